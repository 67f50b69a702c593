import * as z from 'zod/mini';
import { AppError } from '../errors/app-error';
import { isPublicHost } from '../platform/public-host';
import { type DownloadParts, download, isAddressAtFault, type Progressed } from './download';
import { newStashKey, type Stash } from './stash';
import { createGetBytes } from './stream/get-bytes';
import { StreamMark } from './stream/join-stream';
import type { Work, WorkTools } from './work';
import { FetchInput, type Keys } from './work-shapes';

const FetchMark = z.object({
  /** Keys of what is there, in order. */
  keys: z.array(z.string()),
  current: z.optional(
    z.object({
      url: z.string(),
      key: z.string(),
      validator: z.optional(z.string()),
      stream: z.optional(StreamMark),
    }),
  ),
});
type FetchMark = z.infer<typeof FetchMark>;
type Current = NonNullable<FetchMark['current']>;

type Item = FetchInput['media'][number];

export interface FetchParts extends DownloadParts {
  stash: Stash;
  mostBytes: Readonly<Record<'video' | 'photo', number>>;
}

/** The work `fetch`: brings everything a post needs into the stash, one after the other. */
export function createFetchWork(parts: FetchParts): Work<FetchInput, FetchMark, Keys> {
  return {
    input: FetchInput,
    mark: FetchMark,
    async run({ media, granted }, tools) {
      let mark: FetchMark = tools.mark ?? { keys: [] };
      for (const item of media.slice(mark.keys.length)) {
        const key = await bring(parts, item, new Set(granted), mark, tools);
        mark = { keys: [...mark.keys, key] };
        await tools.keep(mark);
      }
      return { keys: mark.keys };
    },
  };
}

async function bring(
  parts: FetchParts,
  item: Item,
  granted: ReadonlySet<string>,
  mark: FetchMark,
  tools: WorkTools<FetchMark>,
): Promise<string> {
  if ('key' in item.source) return item.source.key;
  const { status, urls } = item.source;
  let reason: unknown = new AppError('page_only_media');
  for (const url of startingWith(urls, mark.current?.url)) {
    try {
      const isBegun = mark.current?.url === url;
      const begun: Current = isBegun && mark.current ? mark.current : { url, key: newStashKey() };
      if (status === 'hls' || status === 'dash') return await join(parts, begun, status, mark, tools);
      return await fetchOne(parts, item, begun, granted.has(url), mark, tools);
    } catch (error) {
      tools.signal.throwIfAborted();
      if (!isAddressAtFault(error)) throw error;
      // The best address's reason is the one worth telling.
      if (url === urls[0] || urls.length === 1) reason = error;
    }
  }
  throw reason;
}

async function fetchOne(
  parts: FetchParts,
  { kind }: Item,
  { url, key, validator }: Progressed,
  isGranted: boolean,
  { keys }: FetchMark,
  tools: WorkTools<FetchMark>,
): Promise<string> {
  const wanted = { url, kind, key, validator, isGranted, most: parts.mostBytes[kind] };
  await download(parts, wanted, {
    signal: tools.signal,
    progress: tools.progress,
    begun: (current) => tools.keep({ keys, current: plain(current) }),
  });
  return key;
}

async function join(
  { stash, fetch, clock }: FetchParts,
  begun: Current,
  format: 'hls' | 'dash',
  { keys }: FetchMark,
  { keep, progress, signal }: WorkTools<FetchMark>,
): Promise<string> {
  // Loaded when it is needed: most posts are plain files.
  const { joinStream } = await import('./stream/join-stream');
  await joinStream({
    url: begun.url,
    key: begun.key,
    format,
    name: 'video.mp4',
    stash,
    get: createGetBytes({ fetch, clock, signal, isAllowed: (url) => isPublicHost(new URL(url).hostname) }),
    mark: begun.stream,
    keep: (stream) => keep({ keys, current: { ...begun, stream } }),
    progress,
    signal,
  });
  return begun.key;
}

/** What was begun is gone on with first. */
const startingWith = (urls: readonly string[], first: string | undefined): string[] =>
  first === undefined ? [...urls] : [first, ...urls.filter((url) => url !== first)];

const plain = ({ url, key, validator }: Progressed) => ({ url, key, ...(validator ? { validator } : {}) });
