import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bucket } from '../../../../lib/routes/bucket/bucket';
import { createS3 } from '../../../../lib/routes/bucket/s3';
import { fetchFrom } from '../../../sandbox/client';
import { type Sandbox, startSandbox } from '../../../sandbox/index';

/** What a true S3 server answers, and what it is taken for. */
describe('a real S3 server', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  const reach: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const sent = request.method === 'PUT' ? { body: Buffer.from(await request.arrayBuffer()) } : {};
    const { status, bytes } = await fetchFrom(sandbox, request.url, {
      method: request.method,
      headers: Object.fromEntries(request.headers),
      ...sent,
    });
    return new Response(status === 204 ? null : new Uint8Array(bytes), { status });
  };

  function write(change: {
    place?: Partial<Bucket['place']>;
    keys?: Partial<Bucket['keys']>;
  }): Promise<void> {
    const { endpoint, region, name, accessKeyId, secretAccessKey, publicBase } =
      sandbox.control.bucket.settings;
    const place = { endpoint, region, bucket: name, prefix: '', publicBase, ...change.place };
    const s3 = createS3({ place, keys: { accessKeyId, secretAccessKey, ...change.keys } }, reach);
    return s3.put('a.jpg', new Blob(['a'], { type: 'image/jpeg' }));
  }

  it('takes what is signed rightly', async () => {
    await expect(write({})).resolves.toBeUndefined();
    expect(await sandbox.control.bucket.keys()).toEqual(['a.jpg']);
  });

  it.each([
    ['an unknown key', { keys: { accessKeyId: 'NOBODY' } }, 'bucket_key_unknown'],
    ['a wrong secret', { keys: { secretAccessKey: 'wrong' } }, 'bucket_secret_wrong'],
    ['a wrong region', { place: { region: 'us-west-2' } }, 'bucket_region'],
    ['a bucket that is not there', { place: { bucket: 'not-there' } }, 'bucket_missing'],
  ])('refuses %s', async (_what, change, code) => {
    await expect(write(change)).rejects.toMatchObject({ code });
  });
});
