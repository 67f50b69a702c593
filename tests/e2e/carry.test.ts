import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_KEY } from '../sandbox/client.ts';
import type { RequestPredicate } from '../sandbox/control/log.ts';
import { type Board, board } from './carry/board.ts';
import {
  clip,
  photosFromUrls,
  shopVideo,
  usualSettings,
  verifiedPhotos,
  verifiedPrefix,
  verifiedVideo,
  videoFromFile,
  videoFromUrl,
} from './carry/posts.ts';

let at: Board;
let account: string;

beforeAll(async () => {
  at = await board();
  account = await at.connect('fern.and.clay');
  await at.allowShop();
});
afterAll(() => at?.close());

const publishedBy = (caption: string) =>
  at.sandbox.control.published.filter(({ postInfo }) => postInfo.title === caption);

describe('carrying a post', () => {
  it('lets TikTok pull a video from a verified address', async () => {
    const id = await at.submitOne(videoFromUrl(account, 'pulled', verifiedVideo));
    const done = await at.until(id, ['published']);
    expect(publishedBy('pulled')).toHaveLength(1);
    expect(done.attempts.map(({ route }) => route)).toEqual(['pull']);
  });

  it('fetches a video from a page’s host and uploads it', async () => {
    const id = await at.submitOne(videoFromUrl(account, 'fetched', shopVideo));
    const done = await at.until(id, ['published']);
    expect(publishedBy('fetched')).toHaveLength(1);
    expect(done.attempts.map(({ route }) => route)).toEqual(['upload']);
  });

  it('uploads a picked file whole, with every choice the person made', async () => {
    const file = await at.stash(clip);
    const settings = {
      ...usualSettings,
      allowStitch: true,
      discloses: true,
      yourBrand: true,
      aiGenerated: true,
      coverMs: 500,
    };
    const id = await at.submitOne(videoFromFile(account, 'picked', file, { settings }));
    await at.until(id, ['published']);
    const [made] = publishedBy('picked');
    expect(made?.files[0]?.size).toBe(file.size);
    expect(made?.postInfo).toMatchObject({
      title: 'picked',
      privacy_level: 'PUBLIC_TO_EVERYONE',
      disable_comment: false,
      disable_duet: true,
      disable_stitch: false,
      brand_organic_toggle: true,
      brand_content_toggle: false,
      is_aigc: true,
      video_cover_timestamp_ms: 500,
    });
  });

  it('lets TikTok pull photos, in order, with title, description, cover and music', async () => {
    const wishes = { settings: { ...usualSettings, autoMusic: true, coverIndex: 1 } };
    const id = await at.submitOne(photosFromUrls(account, 'photos', verifiedPhotos, wishes));
    const done = await at.until(id, ['published']);
    const [made] = publishedBy('photos');
    expect(made?.files.map(({ url }) => url)).toEqual(verifiedPhotos);
    expect(made).toMatchObject({
      coverIndex: 1,
      postInfo: { description: 'photos in detail', auto_add_music: true },
    });
    expect(done.state).toBe('published');
  });

  it('links to the post once TikTok has let it through', async () => {
    at.sandbox.control.rules.moderationMs = 4_000;
    const id = await at.submitOne(videoFromUrl(account, 'linked', verifiedVideo));
    const out = await at.until(id, ['published']);
    expect(out.link).toBeUndefined();
    await expect
      .poll(async () => (await at.read(id)).post.link, { timeout: 20_000 })
      .toBe(`https://www.tiktok.com/@fern.and.clay/video/${publishedBy('linked')[0]?.postId}`);
    at.sandbox.control.rules.moderationMs = 1_000;
  });

  it('keeps every step in the audit trail, with TikTok’s trace of those that matter', async () => {
    const { posts } = await at.ask<{ posts: { id: string }[] }>('posts.list', { limit: 50, text: 'pulled' });
    const { events } = await at.read(posts[0]?.id ?? '');
    expect(events.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['submitted', 'attempt', 'init-asked', 'init-answered', 'status']),
    );
    expect(events.find(({ what }) => what === 'init-answered')?.logId).toMatch(/\S{8,}/);
  });
});

describe('the inbox', () => {
  it('takes an uploaded video, and the post is done for Ferry', async () => {
    const who = await at.connect('inbox.one');
    const id = await at.submitOne(videoFromFile(who, 'draft', await at.stash(clip), { mode: 'inbox' }));
    await at.until(id, ['inbox']);
    const delivered = at.sandbox.control.published.filter(({ username }) => username === 'inbox.one');
    expect(delivered.map(({ mode, kind, source }) => [mode, kind, source])).toEqual([
      ['inbox', 'video', 'FILE_UPLOAD'],
    ]);
  });

  it('takes photos, with their title and description', async () => {
    const who = await at.connect('inbox.two');
    const id = await at.submitOne(photosFromUrls(who, 'draft photos', verifiedPhotos, { mode: 'inbox' }));
    await at.until(id, ['inbox']);
    const delivered = at.sandbox.control.published.filter(({ username }) => username === 'inbox.two');
    expect(delivered).toHaveLength(1);
    expect(delivered[0]).toMatchObject({ mode: 'inbox', kind: 'photo', postInfo: { title: 'draft photos' } });
  });

  it('works for an account that allowed drafts only', async () => {
    const who = await at.connect('inbox.three', 'user.info.basic,user.info.profile,video.upload');
    const id = await at.submitOne(videoFromUrl(who, '', verifiedVideo, { mode: 'inbox' }));
    await at.until(id, ['inbox']);
  });
});

describe('what TikTok says is obeyed', () => {
  it('falls from pull to upload by itself when TikTok does not own up to the address, and forgets the mark', async () => {
    const who = await at.connect('fall.back');
    const app = at.sandbox.control.app(DEMO_KEY);
    const { verified } = app;
    app.verified = [];
    await at.grant('https://media.verified.example/*');
    const id = await at.submitOne(videoFromUrl(who, 'fallen', verifiedVideo));
    const done = await at.until(id, ['published']);
    expect(done.attempts.map(({ route, error }) => [route, error?.code])).toEqual([
      ['pull', 'url_ownership_unverified'],
      ['upload', undefined],
    ]);
    expect(publishedBy('fallen')).toHaveLength(1);
    expect((await at.ask<{ verifiedPrefixes: string[] }>('settings.read')).verifiedPrefixes).toEqual([]);
    app.verified = verified;
    await at.ask('settings.change', { verifiedPrefixes: [verifiedPrefix] });
  });

  it('switches off what the creator has switched off, and refuses an audience that is not offered', async () => {
    const who = await at.connect('closed.comments');
    at.sandbox.control.user('closed.comments').commentDisabled = true;
    const id = await at.submitOne(videoFromUrl(who, 'no comment', verifiedVideo));
    await at.until(id, ['published']);
    expect(publishedBy('no comment')[0]?.postInfo.disable_comment).toBe(true);
    at.sandbox.control.user('closed.comments').private = true;
    const other = await at.submitOne(videoFromUrl(who, 'refused', verifiedVideo));
    expect((await at.until(other, ['failed'])).error?.code).toBe('privacy_level_option_mismatch');
    expect(publishedBy('refused')).toHaveLength(0);
  });

  it('explains a post TikTok refused, and tries again only when asked', async () => {
    const who = await at.connect('unlucky');
    at.sandbox.control.publications.failNext('spam_risk_text');
    const id = await at.submitOne(videoFromUrl(who, 'unlucky', verifiedVideo));
    expect((await at.until(id, ['failed'])).error?.code).toBe('spam_risk_text');
    await at.ask('posts.retry', { id });
    const done = await at.until(id, ['published']);
    expect(done.attempts).toHaveLength(2);
    expect(publishedBy('unlucky')).toHaveLength(1);
  });

  it('stops a pull when the person cancels', async () => {
    const who = await at.connect('changed.mind');
    const isTikTok: RequestPredicate = ({ headers }) => /TikTok/.test(headers['user-agent'] ?? '');
    const hold = at.sandbox.control.hold({ endpoint: 'media', where: isTikTok });
    const id = await at.submitOne(videoFromUrl(who, 'cancelled', verifiedVideo));
    await at.until(id, ['processing']);
    await at.ask('posts.cancel', { id });
    await at.until(id, ['cancelled']);
    hold.release();
    expect(publishedBy('cancelled')).toHaveLength(0);
  });
});

describe('several at once', () => {
  it('carries a batch of ten side by side, within TikTok’s six inits a minute', async () => {
    const who = await at.connect('ten.at.once');
    const file = await at.stash(clip);
    const names = Array.from({ length: 10 }, (_, index) => `batch ${index}`);
    const posts = await at.submit(names.map((name) => videoFromFile(who, name, file)));
    const published = () => names.filter((name) => publishedBy(name).length > 0).length;
    const look = async () => {
      await at.ask('posts.attend');
      return Promise.all(posts.map(async ({ id }) => (await at.read(id)).post));
    };
    await expect.poll(async () => [await look(), published()][1], { timeout: 40_000 }).toBe(6);
    const waiting = (await look()).filter(({ state }) => state === 'initiating');
    expect(waiting.map(({ waitingFor }) => waitingFor?.code)).toEqual(Array(4).fill('rate_limit_exceeded'));
    await Promise.all(posts.map(({ id }) => at.until(id, ['published'], 100_000)));
    for (const name of names) expect(publishedBy(name), name).toHaveLength(1);
    const refused = at.sandbox.control.log.all().filter(({ status }) => status === 429);
    expect(refused).toEqual([]);
  }, 180_000);

  it('starts a scheduled post at its time', async () => {
    const who = await at.connect('later');
    const scheduledAt = Date.now() + 6_000;
    const id = await at.submitOne({ ...videoFromUrl(who, 'later', verifiedVideo), scheduledAt });
    expect((await at.read(id)).post.state).toBe('scheduled');
    await at.until(id, ['published']);
    const [init] = at.sandbox.control.log.of('video.init').slice(-1);
    expect(init?.at).toBeGreaterThanOrEqual(scheduledAt);
  });
});
