import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../../lib/platform/clock';
import type { Relayed } from '../../../../lib/routes/bucket/relayed';
import { createS3 } from '../../../../lib/routes/bucket/s3';
import { tryBucket } from '../../../../lib/routes/bucket/try-bucket';
import { bucket, fakeBucket } from './fake-bucket';

const patient: Clock = { now: () => 0, sleep: async () => undefined };
const tried = (fetch: typeof globalThis.fetch, list = new Map<string, Relayed>()) =>
  tryBucket(bucket, { s3: createS3(bucket, fetch), relayed: listed(list), clock: patient });
const listed = (list: Map<string, Relayed>) => ({
  add: async (planned: readonly Relayed[]) => {
    for (const one of planned) list.set(one.key, one);
  },
  remove: async (key: string) => {
    list.delete(key);
  },
});
const short = (results: Awaited<ReturnType<typeof tried>>) =>
  results.map(({ step, error }) => (error ? `${step}: ${error.code}` : step));

describe('trying a bucket', () => {
  it('writes, looks from outside, deletes, and leaves nothing', async () => {
    const fake = fakeBucket();
    expect(short(await tried(fake.fetch))).toEqual(['write', 'read', 'delete']);
    expect(fake.objects.size).toBe(0);
    expect(fake.log).toHaveLength(3);
  });

  it('signs what it writes and says what it is, and looks from outside without any key', async () => {
    const seen: Request[] = [];
    const fake = fakeBucket((request) => {
      seen.push(request);
      return undefined;
    });
    await tried(fake.fetch);
    const [put, get] = seen;
    expect(put?.headers.get('authorization')).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKID\/\d{8}\/auto\/s3\/aws4_request/,
    );
    expect(put?.headers.get('content-type')).toBe('image/jpeg');
    expect(put?.headers.get('cache-control')).toContain('max-age');
    expect(get?.headers.has('authorization')).toBe(false);
    expect(JSON.stringify(seen.map(({ url, headers }) => [url, ...headers]))).not.toContain('top-secret');
  });

  it('stops at a write that is refused', async () => {
    const fake = fakeBucket(
      () => new Response('<Error><Code>SignatureDoesNotMatch</Code></Error>', { status: 403 }),
    );
    expect(short(await tried(fake.fetch))).toEqual(['write: bucket_secret_wrong']);
  });

  it('deletes even what could not be read back', async () => {
    const fake = fakeBucket(({ method }) =>
      method === 'GET' ? new Response('', { status: 403 }) : undefined,
    );
    expect(short(await tried(fake.fetch))).toEqual(['write', 'read: public_denied', 'delete']);
    expect(fake.objects.size).toBe(0);
  });

  it('has the dot in the list of what is to be deleted from before it is written until it is gone', async () => {
    const list = new Map<string, Relayed>();
    const whenWritten: string[] = [];
    const refusing = fakeBucket(({ method, url }) => {
      if (method === 'PUT') whenWritten.push(...[...list.keys()].filter((key) => url.endsWith(key)));
      return method === 'DELETE' ? new Response('', { status: 403 }) : undefined;
    });
    expect(short(await tried(refusing.fetch, list))).toEqual(['write', 'read', 'delete: bucket_denied']);
    expect(whenWritten).toHaveLength(1);
    expect([...refusing.objects.keys()]).toEqual([...list.keys()].map((key) => `/photos/${key}`));

    const willing = new Map<string, Relayed>();
    await tried(fakeBucket().fetch, willing);
    expect(willing.size).toBe(0);
  });

  it('does not follow a redirect', async () => {
    const away = { status: 302, headers: { location: 'https://elsewhere.example/' } };
    const fake = fakeBucket(({ method }) => (method === 'GET' ? new Response(null, away) : undefined));
    expect(short(await tried(fake.fetch))).toEqual(['write', 'read: public_redirects', 'delete']);
  });

  it('waits a moment for a new object to be shown', async () => {
    let looks = 0;
    const fake = fakeBucket(({ method }) =>
      method === 'GET' && looks++ < 2 ? new Response('', { status: 404 }) : undefined,
    );
    expect(short(await tried(fake.fetch))).toEqual(['write', 'read', 'delete']);
  });

  it('says which host cannot be reached', async () => {
    const results = await tried(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(results).toMatchObject([
      { error: { code: 'bucket_unreachable', facts: { host: 's3.bucket.example' } } },
    ]);
  });

  it('never tells a key in an error', async () => {
    const fake = fakeBucket(() => new Response('<Error><Code>AccessDenied</Code></Error>', { status: 403 }));
    expect(JSON.stringify(await tried(fake.fetch))).not.toMatch(/AKID|top-secret/);
  });
});
