import type { Bucket } from '../../../../lib/routes/bucket/bucket';

export const bucket: Bucket = {
  place: {
    endpoint: 'https://s3.bucket.example',
    region: 'auto',
    bucket: 'photos',
    prefix: 'tiktok/',
    publicBase: 'https://media.verified.example/tiktok/',
  },
  keys: { accessKeyId: 'AKID', secretAccessKey: 'top-secret' },
};

type Answer = (request: Request) => Response | undefined;

/** A bucket and its public face, kept in memory; `first` may answer instead, to be a broken one. */
export function fakeBucket(first: Answer = () => undefined) {
  const objects = new Map<string, { body: Uint8Array<ArrayBuffer>; type: string; headers: Headers }>();
  const log: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    log.push(`${request.method} ${url.host}${url.pathname}`);
    const other = first(request);
    if (other) return other;
    if (url.host === 'media.verified.example') return shown(`/photos${url.pathname}`);
    if (request.method === 'PUT') {
      const body = new Uint8Array(await request.arrayBuffer());
      objects.set(url.pathname, {
        body,
        type: request.headers.get('content-type') ?? '',
        headers: request.headers,
      });
      return new Response('');
    }
    const known = objects.delete(url.pathname);
    return new Response(known ? null : '<Error><Code>NoSuchKey</Code></Error>', {
      status: known ? 204 : 404,
    });
  };
  const shown = (path: string) => {
    const object = objects.get(path);
    return object
      ? new Response(object.body, { headers: { 'content-type': object.type } })
      : new Response('', { status: 404 });
  };
  return { fetch, objects, log };
}
