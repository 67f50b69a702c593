import { afterEach, describe, expect, it, vi } from 'vitest';
import { askEarly, readEarly, takeAnswer, takeKept } from '../../../lib/platform/early';

/** The browser as it is before anything of ours was loaded. */
function given(sendMessage: (message: unknown) => Promise<unknown>, kept: Record<string, unknown> = {}) {
  vi.stubGlobal('browser', undefined);
  vi.stubGlobal('chrome', { runtime: { sendMessage }, storage: { local: { get: async () => kept } } });
}

afterEach(() => vi.unstubAllGlobals());

describe('what is asked before the page is loaded', () => {
  it('is given to whoever asks for it first, and to nobody a second time', async () => {
    const sent: unknown[] = [];
    given(async (message) => {
      sent.push(message);
      return 'seen';
    });
    askEarly('background', 'page.look', {});
    expect(sent).toEqual([{ ferry: 'ask', to: 'background', name: 'page.look', body: {} }]);
    expect(takeAnswer('background', 'page.list')).toBeUndefined();
    expect(await takeAnswer('background', 'page.look')).toBe('seen');
    expect(takeAnswer('background', 'page.look')).toBeUndefined();
  });

  it('fails where it is taken, not unheard before', async () => {
    given(() => Promise.reject(new Error('no worker')));
    askEarly('background', 'page.look', {});
    await new Promise((resolve) => setTimeout(resolve));
    await expect(takeAnswer('background', 'page.look')).rejects.toThrow('no worker');
  });

  it('may be what is kept on this device', async () => {
    given(async () => {}, { settings: { language: 'ar' } });
    readEarly('settings');
    expect(await takeKept('settings')).toEqual({ language: 'ar' });
    expect(takeKept('settings')).toBeUndefined();
  });
});
