import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { CONTENT_INIT, call, connect, fetchFrom, outcome } from './client.ts';
import { type Sandbox, startSandbox } from './index.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

const FILM = 'https://cdn.shop.example/video/turning-vase.mp4';

it.each(['shop.example', 'blog.example', 'gallery.example'])(
  'every picture and film on %s is there',
  async (host) => {
    const page = await fetchFrom(sandbox, `https://${host}/`);
    const found = [
      ...page.text.matchAll(/(?:src|poster|content)="((?:https:\/\/|\/)[^"]+\.(?:jpg|mp4|webm|svg))"/g),
    ];
    expect(found.length).toBeGreaterThan(5);
    for (const [, address = ''] of found) {
      const answer = await fetchFrom(sandbox, new URL(address, `https://${host}/`).href, { method: 'HEAD' });
      expect([address, answer.status]).toEqual([address, 200]);
      expect(answer.bytes).toHaveLength(0);
    }
  },
);
it('the gallery has at least twelve pictures, and the empty page none', async () => {
  const gallery = await fetchFrom(sandbox, 'https://gallery.example/');
  expect(gallery.text.match(/<img /g)?.length).toBeGreaterThanOrEqual(12);
  const empty = await fetchFrom(sandbox, 'https://empty.example/');
  expect(empty.text).not.toMatch(/<img|<video|og:image/);
});
it('media can be had in ranges, as long as they are the same media', async () => {
  const whole = await fetchFrom(sandbox, FILM);
  const etag = whole.headers.etag ?? '';
  const part = await fetchFrom(sandbox, FILM, { headers: { range: 'bytes=100-199', 'if-range': etag } });
  expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 100-199/${whole.bytes.length}`]);
  expect(part.bytes).toEqual(whole.bytes.subarray(100, 200));
  const changed = await fetchFrom(sandbox, FILM, {
    headers: { range: 'bytes=100-199', 'if-range': '"old"' },
  });
  expect([changed.status, changed.bytes.length]).toEqual([200, whole.bytes.length]);
  const tail = await fetchFrom(sandbox, FILM, { headers: { range: 'bytes=-10' } });
  expect(tail.bytes).toEqual(whole.bytes.subarray(-10));
  expect((await fetchFrom(sandbox, FILM, { headers: { range: 'bytes=99999999-' } })).status).toBe(416);
  expect((await fetchFrom(sandbox, FILM, { headers: { 'if-none-match': etag } })).status).toBe(304);
});
it('a host the sandbox does not play has no certificate', async () => {
  await expect(fetchFrom(sandbox, 'https://elsewhere.example/')).rejects.toThrow(/altnames/);
});

it("a public post can be looked at on its creator's page", async () => {
  const { accessToken } = await connect(sandbox);
  const { data } = await call(sandbox, CONTENT_INIT, accessToken, {
    media_type: 'PHOTO',
    post_mode: 'DIRECT_POST',
    post_info: { privacy_level: 'PUBLIC_TO_EVERYONE', title: 'A mug & more' },
    source_info: {
      source: 'PULL_FROM_URL',
      photo_images: ['https://media.verified.example/photos/mug-terra.jpg'],
      photo_cover_index: 0,
    },
  });
  await outcome(sandbox, accessToken, data.publish_id);
  const id = sandbox.control.published[0]?.postId;
  const page = await fetchFrom(sandbox, `https://www.tiktok.com/@fern.and.clay/photo/${id}`);
  expect(page.text).toContain('A mug &amp; more');
  const picture = await fetchFrom(sandbox, `https://www.tiktok.com/media/${id}/0`);
  expect([picture.headers['content-type'], picture.bytes.length]).toEqual(['image/jpeg', 24_861]);
  expect((await fetchFrom(sandbox, 'https://www.tiktok.com/@fern.and.clay/video/1')).status).toBe(404);
});
