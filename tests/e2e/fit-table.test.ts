import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Post } from '../../lib/posts/post.ts';
import { type Board, board } from './carry/board.ts';
import { photosFromUrls, videoFromUrl } from './carry/posts.ts';

const fixtures = resolve(import.meta.dirname, '../fixtures/media/fit');
const site = 'https://cdn.shop.example/fit/';

type Case = [name: string, kind: 'photo' | 'video', does: string, facts: object];
type Refusal = [name: string, kind: 'photo' | 'video', code: string];

/** What Ferry does, and what TikTok's own look finds afterwards. */
const taken: Case[] = [
  [
    'fits.jpg',
    'photo',
    'its place and camera details removed, not one bit of the picture changed',
    { format: 'jpeg', width: 640, height: 960 },
  ],
  [
    'fits.webp',
    'photo',
    'its place removed, the picture unchanged',
    { format: 'webp', width: 400, height: 300 },
  ],
  ['rotated-gps.jpg', 'photo', 'turned upright, place removed', { format: 'jpeg', width: 240, height: 320 }],
  ['large.jpg', 'photo', 'scaled to 1080p', { format: 'jpeg', width: 1440, height: 1080 }],
  ['cmyk.jpg', 'photo', 'four inks become three colours', { format: 'jpeg', width: 320, height: 240 }],
  ['alpha.png', 'photo', 'JPEG over white', { format: 'jpeg', width: 200, height: 300 }],
  ['deep.png', 'photo', '16 bits become 8, JPEG', { format: 'jpeg', width: 160, height: 120 }],
  ['still.avif', 'photo', 'JPEG', { format: 'jpeg', width: 400, height: 300 }],
  ['animated.webp', 'photo', 'its first image, JPEG', { format: 'jpeg', width: 200, height: 200 }],
  ['animated.gif', 'photo', 'its first image, JPEG', { format: 'jpeg', width: 120, height: 120 }],
  ['png-inside.jpg', 'photo', 'seen to be a PNG, JPEG', { format: 'jpeg', width: 300, height: 300 }],
  ['plain.mp4', 'video', 'as it is', { format: 'mp4', codec: 'avc', frameRate: expect.closeTo(30, 0) }],
  ['no-audio.mp4', 'video', 'as it is, with a word that it is silent', { codec: 'avc', hasAudio: false }],
  ['place.mov', 'video', 'its place removed, not one image changed', { format: 'mov', codec: 'avc' }],
  ['camera.mp4', 'video', 'what it tells of its making removed', { format: 'mp4', codec: 'avc' }],
  ['turned.mov', 'video', 'its place removed, turned as it was', { format: 'mov', width: 360, height: 640 }],
  ['hevc.mp4', 'video', 'as it is', { format: 'mp4', codec: 'hevc' }],
  ['hdr.mp4', 'video', 'as it is, with a word about its colours', { format: 'mp4', codec: 'hevc' }],
  ['hdr-av1.mp4', 'video', 're-encoded as H.264, with a word about its colours', { codec: 'avc' }],
  ['vp9.webm', 'video', 'as it is', { format: 'webm', codec: 'vp9' }],
  ['place.webm', 'video', 'its place removed, not one image changed', { format: 'webm', codec: 'vp9' }],
  ['odd.webm', 'video', 'as it is: odd sides are no fault', { format: 'webm', width: 361, height: 641 }],
  ['variable.mp4', 'video', 'as it is: its average is within 23 and 60', { codec: 'avc' }],
  ['h264.mkv', 'video', 'repacked as MP4', { format: 'mp4', codec: 'avc', hasAudio: true }],
  ['opus.mkv', 'video', 'repacked as MP4', { format: 'mp4', codec: 'avc', hasAudio: true }],
  ['fps240.mp4', 'video', 're-encoded at 60 fps', { codec: 'avc', frameRate: expect.closeTo(60, 0) }],
  ['fps15.mp4', 'video', 're-encoded at 30 fps', { codec: 'avc', frameRate: expect.closeTo(30, 0) }],
  ['tiny.mp4', 'video', 're-encoded at 360 × 480', { width: 360, height: 480 }],
  ['8k.mp4', 'video', 're-encoded at 1920 × 1080', { width: 1920, height: 1080 }],
  ['av1.mp4', 'video', 're-encoded as H.264', { codec: 'avc', hasAudio: true }],
];
const refused: Refusal[] = [
  ['empty.jpg', 'photo', 'media_empty'],
  ['truncated.jpg', 'photo', 'media_damaged'],
  ['half.jpg', 'photo', 'media_damaged'],
  ['phone.heic', 'photo', 'photo_unreadable'],
  ['sign-in.jpg', 'photo', 'media_is_page'],
  ['zip-inside.mp4', 'video', 'media_unsupported'],
  ['cut-short.mp4', 'video', 'media_damaged'],
  ['broken-off.mp4', 'video', 'media_damaged'],
];

/** What some of these files tell of where and by whom they were made: nothing of it may reach TikTok. */
const telling = /48\.8583|Rue de Rivoli|GPS|Apple|Fern|new camera/;

let at: Board;
const sent = new Map<string, string>();
const rows: string[][] = [];

beforeAll(async () => {
  at = await board();
  const { rules, bucket } = at.sandbox.control;
  rules.processingMs = 100;
  rules.moderationMs = 0;
  const { endpoint, region, name, accessKeyId, secretAccessKey, publicBase } = bucket.settings;
  for (const host of ['https://cdn.shop.example', endpoint, new URL(publicBase).origin])
    await at.grant(`${host}/*`);
  await at.ask('bucket.save', {
    place: { endpoint, region, bucket: name, prefix: '', publicBase },
    keys: { accessKeyId, secretAccessKey },
  });
  const accounts: string[] = [];
  // TikTok's limits count per account and minute: a few accounts share the work.
  for (let number = 0; number < 7; number++) accounts.push(await at.connect(`potter.${number}`));
  for (const [index, [file, kind]] of [...taken, ...refused].entries()) {
    at.sandbox.control.files.put(site + file, readFileSync(resolve(fixtures, file)));
    const account = accounts[index % accounts.length] ?? '';
    const make =
      kind === 'photo'
        ? photosFromUrls(account, file, [site + file])
        : videoFromUrl(account, file, site + file);
    const [post] = await at.submit([make]);
    sent.set(file, post?.id ?? '');
  }
});
afterAll(async () => {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  console.info(rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' │ ')).join('\n'));
  await at?.close();
});

const ended = (name: string): Promise<Post> =>
  at.until(sent.get(name) ?? '', ['published', 'failed'], 55_000);
const said = (name: string) => {
  const post = at.sandbox.control.published.find(({ postInfo }) => postInfo.title === name);
  return post?.files[0];
};
const short = (file: ReturnType<typeof said>) => {
  const { format, codec, width, height, frameRate } = file?.facts ?? {};
  return `${format} ${codec ?? ''} ${width}×${height}${frameRate ? ` ${Math.round(frameRate)} fps` : ''}`;
};

it.each(taken)('%s (%s): %s', async (name, _kind, does, facts) => {
  const post = await ended(name);
  expect(post.error).toBeUndefined();
  expect(post.state).toBe('published');
  expect(said(name)?.facts).toMatchObject(facts);
  expect(readFileSync(said(name)?.path ?? '').toString('latin1')).not.toMatch(telling);
  rows.push([name, does, short(said(name)), 'published']);
});

it.each(refused)('%s (%s) is refused before TikTok is asked: %s', async (name, _kind, code) => {
  expect(await ended(name)).toMatchObject({ state: 'failed', error: { code } });
  expect(said(name)).toBeUndefined();
  rows.push([name, `refused: ${code}`, 'never asked', 'failed']);
});
