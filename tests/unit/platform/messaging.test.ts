import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { AppError } from '../../../lib/errors/app-error';

const own = 'chrome-extension://ferry/';
type Listener = (message: unknown, sender: object) => unknown;
const listeners: Listener[] = [];

vi.mock('../../../lib/platform/browser', () => ({
  browser: {
    runtime: {
      id: 'ferry',
      getURL: (path: string) => `chrome-extension://ferry${path}`,
      onMessage: { addListener: (listener: Listener) => listeners.push(listener) },
      sendMessage: (message: unknown) => listeners[0]?.(message, page),
    },
  },
}));

const page = { id: 'ferry', url: `${own}popup.html`, tab: { id: 7 } };
const protocol = {
  double: { body: z.object({ n: z.number() }), answer: z.number() },
  whoAsks: { body: z.void(), answer: z.string() },
  breaks: { body: z.void(), answer: z.void() },
  refuses: { body: z.void(), answer: z.void() },
};
const { answer, asker } = await import('../../../lib/platform/messaging');
const double = vi.fn(({ n }: { n: number }) => n * 2);

beforeEach(() => {
  listeners.length = 0;
  double.mockClear();
  answer('background', protocol, {
    double,
    whoAsks: (_, { url, tabId }) => `${url} ${tabId}`,
    breaks: () => {
      throw new TypeError('act.secret is not a function');
    },
    refuses: () => {
      throw new AppError('no_account', { cause: new Error('rft.secret') });
    },
  });
});
afterEach(() => vi.restoreAllMocks());

const hear = (message: object, sender: object = page) =>
  listeners[0]?.({ ferry: 'ask', to: 'background', ...message }, sender);

describe('who may ask', () => {
  it('a page of our own is answered, and is known by the browser’s word alone', async () => {
    expect(await hear({ name: 'double', body: { n: 4 } })).toEqual({ ok: true, answer: 8 });
    const asked = await hear({ name: 'whoAsks', url: 'https://liar.example/', tabId: 1 });
    expect(asked).toEqual({ ok: true, answer: `${own}popup.html 7` });
  });

  it.each([
    ['a content script, in a web page', { ...page, url: 'https://shop.example/' }],
    ['a page that only begins like ours', { ...page, url: 'chrome-extension://ferry.evil/popup.html' }],
    ['another extension', { ...page, id: 'other' }],
    ['another extension in our name', { ...page, url: 'chrome-extension://other/popup.html' }],
    ['somebody without an address', { id: 'ferry' }],
    ['nobody', {}],
  ])('%s is refused, and nothing is done', async (_who, sender) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await hear({ name: 'double', body: { n: 4 } }, sender)).toMatchObject({ ok: false });
    expect(double).not.toHaveBeenCalled();
  });

  it('what is said to somebody else, or is no question at all, is left alone', () => {
    expect(hear({ to: 'hands', name: 'double', body: { n: 4 } })).toBeUndefined();
    expect(listeners[0]?.('double', page)).toBeUndefined();
    expect(listeners[0]?.({ name: 'double' }, page)).toBeUndefined();
  });
});

describe('what is asked', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });

  it.each([
    ['of the wrong shape', { name: 'double', body: { n: '4' } }],
    ['that nobody knows', { name: 'eraseTheDisk' }],
    ['that every object knows', { name: 'constructor' }],
    ['by its prototype', { name: '__proto__' }],
  ])('a question %s is refused', async (_what, message) => {
    expect(await hear(message)).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    expect(double).not.toHaveBeenCalled();
  });

  it('of what went wrong only code and facts cross; what nobody foresaw is logged', async () => {
    expect(JSON.stringify([await hear({ name: 'breaks' }), await hear({ name: 'refuses' })])).not.toMatch(
      /secret/,
    );
    expect(console.error).toHaveBeenCalledTimes(1);
  });
});

describe('asking', () => {
  it('brings the answer, or the error with its code', async () => {
    const ask = asker('background', protocol);
    expect(await ask('double', { n: 21 })).toBe(42);
    await expect(ask('refuses', undefined)).rejects.toMatchObject({ code: 'no_account' });
  });

  it('an answer of the wrong shape is not believed', async () => {
    double.mockReturnValueOnce(Number.NaN);
    await expect(asker('background', protocol)('double', { n: 1 })).rejects.toThrow();
  });
});
