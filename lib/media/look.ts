import { AppError, asAppError } from '../errors/app-error';
import type { Clock } from '../platform/clock';
import { isPublicHost } from '../platform/public-host';
import { type Bytes, blobBytes, urlBytes } from './bytes';
import type { MediaFacts, VideoFacts } from './facts';
import { inspect } from './inspect';
import type { LookSource } from './look-source';
import type { Stash } from './stash';

interface LookParts {
  stash: Pick<Stash, 'open'>;
  fetch: typeof globalThis.fetch;
  clock: Pick<Clock, 'sleep'>;
}

/** A site that keeps us waiting this long is looked at again when its file is fetched. */
const patience = 20_000;

/** What a picture or video is, before anything is done with it. */
export async function lookAt(source: LookSource, { stash, fetch, clock }: LookParts): Promise<MediaFacts> {
  if ('key' in source) return inspect(blobBytes(await stash.open(source.key)));
  const { status, urls } = source;
  if (status === 'blob') throw new AppError('page_only_media');
  const signal = AbortSignal.timeout(patience);
  const look = async (url: string): Promise<MediaFacts> => {
    const { hostname, host } = new URL(url);
    if (!isPublicHost(hostname)) throw new AppError('address_not_public', { facts: { host } });
    return status === 'direct'
      ? inspect(urlBytes(url, { fetch, signal }))
      : lookAtStream(url, status, { fetch, clock, signal });
  };
  let first: AppError | undefined;
  for (const url of urls) {
    try {
      return await look(url);
    } catch (error) {
      // The best address's reason is the one worth telling.
      first ??= signal.aborted ? new AppError('media_needs_whole_file') : asAppError(error);
    }
  }
  throw first ?? new AppError('media_gone', { facts: { host: '' } });
}

type StreamParts = Pick<LookParts, 'fetch' | 'clock'> & { signal: AbortSignal };

/** A stream is what its first pieces are; how long it is stands in its playlist. It will be joined into an MP4. */
async function lookAtStream(
  url: string,
  format: 'hls' | 'dash',
  { fetch, clock, signal }: StreamParts,
): Promise<VideoFacts> {
  const [{ planStream }, { createGetBytes }] = await Promise.all([
    import('./stream/plan-stream'),
    import('./stream/get-bytes'),
  ]);
  const isAllowed = (address: string) => isPublicHost(new URL(address).hostname);
  const get = createGetBytes({ fetch, clock, signal, isAllowed });
  const plan = await planStream(url, format, get);
  const video = plan.tracks.find(({ kind }) => kind === 'video');
  const { openBeginning } = await import('./stream/fetch-track');
  const bytes: Bytes = await openBeginning(video?.pieces ?? [], get);
  const facts = await inspect(bytes);
  if (facts.kind !== 'video') throw new AppError('stream_broken');
  const { size: _, ...rest } = facts;
  const hasOwnSound = plan.tracks.some(({ kind }) => kind === 'audio');
  return {
    ...rest,
    container: 'mp4',
    duration: plan.duration ?? facts.duration,
    ...(hasOwnSound ? { audio: {} } : {}),
  };
}
