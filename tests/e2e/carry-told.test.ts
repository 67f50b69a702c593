import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Submission } from '../../lib/posts/desk.ts';
import { type Board, board } from './carry/board.ts';
import { paddedClip } from './carry/kill.ts';
import { clip, shopVideo, verifiedVideo, videoFromFile, videoFromUrl } from './carry/posts.ts';

let at: Board;
let large: string;
let count = 0;

beforeAll(async () => {
  at = await board();
  large = await paddedClip(66_000_000);
  await at.ask('settings.change', { verifiedPrefixes: ['https://media.verified.example/'] });
  await at.grant('https://cdn.shop.example/*');
});
afterAll(() => at?.close());
afterEach(() => {
  at.sandbox.control.clearFaults();
  at.sandbox.control.releaseAll();
});

async function someone(): Promise<{ account: string; name: string }> {
  count += 1;
  const name = `told.${count}`;
  return { account: await at.connect(name), name };
}
const submit = async (submission: Submission) => (await at.submit([submission]))[0]?.id ?? '';
const publishedBy = (name: string) =>
  at.sandbox.control.published.filter(({ username }) => username === name);

/** What the toolbar and the desktop show. */
async function shown(): Promise<{ badge: string; notified: string[] }> {
  const page = await at.ferry.open('manifest.json');
  const found = await page.evaluate(async () => ({
    badge: await chrome.action.getBadgeText({}),
    notified: Object.keys(
      await new Promise<object>((done) => chrome.notifications.getAll((all) => done(all))),
    ),
  }));
  await page.close();
  return found;
}

describe('the toolbar and the desktop', () => {
  it('count what is under way, and tell of its end', async () => {
    const { account, name } = await someone();
    const hold = at.sandbox.control.hold({ endpoint: 'status' });
    const id = await submit(videoFromUrl(account, name, verifiedVideo));
    await at.until(id, ['processing']);
    await expect.poll(async () => (await shown()).badge).toBe('1');
    hold.release();
    await at.until(id, ['published']);
    await expect.poll(async () => (await shown()).badge).toBe('');
    await expect.poll(async () => (await shown()).notified).toContain(`post:${id}`);
  });

  it('tell of a post that did not go through', async () => {
    const { account, name } = await someone();
    at.sandbox.control.publications.failNext('spam_risk_text');
    const id = await submit(videoFromUrl(account, name, verifiedVideo));
    await at.until(id, ['failed']);
    await expect.poll(async () => (await shown()).notified).toContain(`post:${id}`);
  });
});

interface Moment {
  /** What is held while the person presses Cancel. */
  hold?: { endpoint: string; nth?: number };
  make: (account: string, name: string) => Promise<Submission> | Submission;
}

const picked = (path: () => string) => async (account: string, name: string) =>
  videoFromFile(account, name, await at.stash(path()));

const moments: Record<string, Moment> = {
  'before its day': {
    make: (account, name) => ({
      ...videoFromUrl(account, name, verifiedVideo),
      scheduledAt: Date.now() + 3_600_000,
    }),
  },
  'while TikTok is asked about the creator': {
    hold: { endpoint: 'creator_info' },
    make: (account, name) => videoFromUrl(account, name, verifiedVideo),
  },
  'while the video is fetched from its page': {
    hold: { endpoint: 'media' },
    make: (account, name) => videoFromUrl(account, name, `${shopVideo}?for=${name}`),
  },
  'while TikTok is asked to take an upload': { hold: { endpoint: 'video.init' }, make: picked(() => clip) },
  'in the middle of an upload': { hold: { endpoint: 'upload', nth: 3 }, make: picked(() => large) },
};

describe('a post the person cancels', () => {
  it.each(Object.entries(moments))(
    '%s is stopped, and nothing is published',
    async (_when, { hold, make }) => {
      const { account, name } = await someone();
      const held = hold ? at.sandbox.control.hold(hold) : undefined;
      const id = await submit(await make(account, name));
      await held?.held;
      await at.ask('posts.cancel', { id });
      // Some answers must come before anything can be said; TikTok gives them in its own time.
      setTimeout(() => held?.release(), 1_500);
      await at.until(id, ['cancelled']);
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      expect(publishedBy(name)).toHaveLength(0);
    },
  );

  it('once TikTok has all of it is published, and told that it was too late', async () => {
    const { account, name } = await someone();
    const hold = at.sandbox.control.hold({ endpoint: 'status' });
    const id = await submit(await picked(() => clip)(account, name));
    await at.until(id, ['processing']);
    await at.ask('posts.cancel', { id });
    hold.release();
    await at.until(id, ['published']);
    expect(publishedBy(name)).toHaveLength(1);
    expect((await at.read(id)).events.map(({ what }) => what)).toContain('cancel-too-late');
  });
});
