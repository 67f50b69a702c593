import { AwsClient } from 'aws4fetch';
import { AppError } from '../../errors/app-error';
import { objectUrl, publicUrl } from './addresses';
import type { Bucket } from './bucket';
import { judgeBucket, judgePublic } from './judge';

export interface S3 {
  /** Writing the same object twice is writing it once: a resumed run may repeat it. */
  put(key: string, body: Blob, signal?: AbortSignal): Promise<void>;
  /** An object that is not there counts as deleted. */
  remove(key: string): Promise<void>;
  /** Looks at it as TikTok will: from outside, without keys, without following a redirect. */
  lookFromOutside(key: string, type: string, signal?: AbortSignal): Promise<Response>;
}

/** TikTok gives up after an hour; nobody else should find it in a cache much later. */
const cacheFor = 'public, max-age=3600';

/** The person's bucket, by S3's own protocol: every provider named in the guide speaks it. */
export function createS3({ place, keys }: Bucket, fetch: typeof globalThis.fetch): S3 {
  const aws = new AwsClient({ ...keys, service: 's3', region: place.region, retries: 0 });
  const host = new URL(place.endpoint).host;

  const send = async (key: string, init: RequestInit, signal: AbortSignal | undefined): Promise<Response> => {
    const request = await aws.sign(objectUrl(place, key), init);
    try {
      return await fetch(request, {
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        ...(signal ? { signal } : {}),
      });
    } catch (cause) {
      signal?.throwIfAborted();
      throw new AppError('bucket_unreachable', { facts: { host }, cause });
    }
  };

  return {
    async put(key, body, signal) {
      const headers = { 'content-type': body.type, 'cache-control': cacheFor };
      const response = await send(key, { method: 'PUT', headers, body }, signal);
      if (!response.ok) throw judgeBucket(response.status, await textOf(response), host);
    },
    async remove(key) {
      const response = await send(key, { method: 'DELETE' }, undefined);
      if (response.ok) return;
      const error = judgeBucket(response.status, await textOf(response), host);
      if (response.status === 404 && error.facts.said !== 'NoSuchBucket') return;
      throw error;
    },
    async lookFromOutside(key, type, signal) {
      const url = publicUrl(place, key);
      const { host: publicHost } = new URL(url);
      let response: Response;
      try {
        response = await fetch(url, {
          redirect: 'manual',
          credentials: 'omit',
          cache: 'no-store',
          ...(signal ? { signal } : {}),
        });
      } catch (cause) {
        signal?.throwIfAborted();
        throw new AppError('public_unreachable', { facts: { host: publicHost }, cause });
      }
      const wrong = judgePublic(
        {
          type: response.type,
          status: response.status,
          contentType: response.headers.get('content-type') ?? '',
        },
        type,
        publicHost,
      );
      if (!wrong) return response;
      await response.body?.cancel();
      throw wrong;
    },
  };
}

const textOf = async (response: Response): Promise<string> =>
  response.type === 'opaqueredirect' ? '' : (await response.text()).slice(0, 4_000);
