import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Submission } from '../../lib/posts/desk.ts';
import { type Board, board } from './carry/board.ts';
import { largeClip } from './carry/kill.ts';
import { clip, shopVideo, verifiedVideo, videoFromFile, videoFromUrl } from './carry/posts.ts';

let at: Board;

beforeAll(async () => {
  at = await board();
  await at.allowShop();
});
afterAll(() => at?.close());
afterEach(() => at.calm());

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
    const { account, name } = await at.someone();
    const hold = at.sandbox.control.hold({ endpoint: 'status' });
    const id = await at.submitOne(videoFromUrl(account, name, verifiedVideo));
    await at.until(id, ['processing']);
    await expect.poll(async () => (await shown()).badge).toBe('1');
    hold.release();
    await at.until(id, ['published']);
    await expect.poll(async () => (await shown()).badge).toBe('');
    await expect.poll(async () => (await shown()).notified).toContain(`post:${id}`);
  });

  it('tell of a post that did not go through', async () => {
    const { account, name } = await at.someone();
    at.sandbox.control.publications.failNext('spam_risk_text');
    const id = await at.submitOne(videoFromUrl(account, name, verifiedVideo));
    await at.until(id, ['failed']);
    await expect.poll(async () => (await shown()).notified).toContain(`post:${id}`);
  });
});

interface Moment {
  /** What is held while the person presses Cancel. */
  hold?: { endpoint: string; nth?: number };
  make: (account: string, name: string) => Promise<Submission> | Submission;
}

const picked =
  (path: () => string | Promise<string>): Moment['make'] =>
  async (account, name) =>
    videoFromFile(account, name, await at.stash(await path()));

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
  'in the middle of an upload': { hold: { endpoint: 'upload', nth: 3 }, make: picked(largeClip) },
};

describe('a post the person cancels', () => {
  it.each(Object.entries(moments))(
    '%s is stopped, and nothing is published',
    async (_when, { hold, make }) => {
      const { account, name } = await at.someone();
      const held = hold ? at.sandbox.control.hold(hold) : undefined;
      const id = await at.submitOne(await make(account, name));
      await held?.held;
      await at.ask('posts.cancel', { id });
      // Some answers must come before anything can be said; TikTok gives them in its own time.
      setTimeout(() => held?.release(), 1_500);
      await at.until(id, ['cancelled']);
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      expect(at.publishedBy(name)).toHaveLength(0);
    },
  );

  it('once TikTok has all of it is published, and told that it was too late', async () => {
    const { account, name } = await at.someone();
    const hold = at.sandbox.control.hold({ endpoint: 'status' });
    const id = await at.submitOne(await picked(() => clip)(account, name));
    await at.until(id, ['processing']);
    await at.ask('posts.cancel', { id });
    hold.release();
    await at.until(id, ['published']);
    expect(at.publishedBy(name)).toHaveLength(1);
    expect((await at.read(id)).events.map(({ what }) => what)).toContain('cancel-too-late');
  });
});
