import { readFileSync } from 'node:fs';
import { AwsClient } from 'aws4fetch';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Answer, CONTENT_INIT, call, connect, fetchFrom, outcome } from './client.ts';
import { type Sandbox, startSandbox } from './index.ts';
import { FIXTURES } from './media/serve.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

const photo = readFileSync(`${FIXTURES}photos/mug-terra.jpg`);
const key = 'a/Zm9vYmFy.jpg';

async function s3(
  method: string,
  path: string,
  how: { body?: Buffer; secret?: string; region?: string } = {},
): Promise<Answer> {
  const { endpoint, region, name, accessKeyId, secretAccessKey } = sandbox.control.bucket.settings;
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey: how.secret ?? secretAccessKey,
    region: how.region ?? region,
    service: 's3',
  });
  const url = `${endpoint}/${name}/${path}`;
  const headers = { 'content-type': 'image/jpeg', 'cache-control': 'no-store' };
  const signed = await client.sign(url, {
    method,
    headers,
    ...(how.body ? { body: new Uint8Array(how.body) } : {}),
  });
  return fetchFrom(sandbox, url, {
    method,
    headers: Object.fromEntries(signed.headers),
    ...(how.body ? { body: how.body } : {}),
  });
}

it('an object that was put is read by everybody under the verified prefix, and gone when deleted', async () => {
  expect((await s3('PUT', key, { body: photo })).status).toBe(200);
  expect(await sandbox.control.bucket.keys()).toEqual([key]);
  const address = `${sandbox.control.bucket.settings.publicBase}${key}`;
  const seen = await fetchFrom(sandbox, address);
  expect([seen.status, seen.headers['content-type'], seen.bytes.length]).toEqual([
    200,
    'image/jpeg',
    photo.length,
  ]);
  expect((await fetchFrom(sandbox, address, { method: 'HEAD' })).headers['content-length']).toBe(
    String(photo.length),
  );
  expect((await s3('DELETE', key)).status).toBe(204);
  expect((await fetchFrom(sandbox, address)).status).toBe(404);
  expect(await sandbox.control.bucket.keys()).toEqual([]);
});
it('a wrong secret is refused: the signature is really checked', async () => {
  const answer = await s3('PUT', key, { body: photo, secret: 'wrong' });
  expect(answer.status).toBe(403);
  expect(answer.text).toContain('<Code>SignatureDoesNotMatch</Code>');
  expect(await sandbox.control.bucket.keys()).toEqual([]);
});
it('a wrong region is refused, and the right one is named', async () => {
  const answer = await s3('PUT', key, { body: photo, region: 'us-west-2' });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('<Region>eu-central-1</Region>');
});
it('a stranger can neither write nor list', async () => {
  const { endpoint, name } = sandbox.control.bucket.settings;
  expect(
    (await fetchFrom(sandbox, `${endpoint}/${name}/${key}`, { method: 'PUT', body: photo })).status,
  ).toBe(403);
  expect((await fetchFrom(sandbox, `${endpoint}/${name}?list-type=2`)).status).toBe(403);
});
it('TikTok pulls a photo from it', async () => {
  await s3('PUT', key, { body: photo });
  const { accessToken } = await connect(sandbox);
  const { data } = await call(sandbox, CONTENT_INIT, accessToken, {
    media_type: 'PHOTO',
    post_mode: 'DIRECT_POST',
    post_info: { privacy_level: 'PUBLIC_TO_EVERYONE' },
    source_info: {
      source: 'PULL_FROM_URL',
      photo_images: [`${sandbox.control.bucket.settings.publicBase}${key}`],
      photo_cover_index: 0,
    },
  });
  expect((await outcome(sandbox, accessToken, data.publish_id)).data.status).toBe('PUBLISH_COMPLETE');
});
