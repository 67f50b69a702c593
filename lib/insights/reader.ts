import { AppError } from '../errors/app-error';
import type { Clock } from '../platform/clock';
import type { Http } from '../tiktok/http';
import { fetchUser, type User } from '../tiktok/user';
import { listVideos, queryVideos, type Video, type VideoPage, videosPerCall } from '../tiktok/videos';
import { authorised, type TokenSource } from './authorised';
import { canReadStats, canReadVideos, type ReadableAccount } from './readable';
import { type KnownVideo, type Snapshot, videoMeasures } from './snapshot';
import type { InsightStore } from './store';

export interface ReaderParts {
  http: Http;
  tokens: TokenSource;
  store: InsightStore;
  clock: Clock;
  localDay: (now: number) => string;
}

export interface Reader {
  profile(account: ReadableAccount): Promise<User>;
  /** One page of the account's videos, newest first; what it shows is remembered. */
  videoPage(account: ReadableAccount, cursor?: number): Promise<VideoPage>;
  /** These videos anew: fresh covers and numbers. The ones TikTok no longer shows are forgotten. */
  refreshVideos(account: ReadableAccount, ids: readonly string[]): Promise<Video[]>;
  /** The day's numbers of the account and its recent videos, written down. */
  readDay(account: ReadableAccount): Promise<void>;
}

/** TikTok allows 600 calls a minute; a reading is content with this many, one after the other. */
const pagesADay = 10;
/** Growth is drawn for these newest ones; what is older hardly moves. */
const grownVideos = 100;

export function createReader({ http, tokens, store, clock, localDay }: ReaderParts): Reader {
  const known = (account: ReadableAccount, video: Video): KnownVideo => ({
    ...video,
    accountId: account.id,
    seenAt: clock.now(),
  });

  const videoPage: Reader['videoPage'] = async (account, cursor) => {
    if (!canReadVideos(account)) throw new AppError('scope_not_authorized');
    const page = await authorised(tokens, account.id, (token) =>
      listVideos(http, { token, ...(cursor === undefined ? {} : { cursor }) }),
    );
    await store.keepVideos(page.videos.map((video) => known(account, video)));
    return page;
  };

  const newestVideos = async (account: ReadableAccount): Promise<{ videos: Video[]; complete: boolean }> => {
    const found = new Map<string, Video>();
    let cursor: number | undefined;
    for (let page = 0; page < pagesADay; page += 1) {
      const { videos, next } = await videoPage(account, cursor);
      for (const video of videos) found.set(video.id, video);
      if (next === undefined) return { videos: [...found.values()], complete: true };
      cursor = next;
    }
    return { videos: [...found.values()], complete: false };
  };

  /** What stood where we have just looked, and does not any more, was deleted or made private. */
  const forgetGone = async (account: ReadableAccount, seen: ReadonlySet<string>, since: number) => {
    const gone = (await store.videos(account.id)).filter(
      ({ id, createdAt }) => createdAt > since && !seen.has(id),
    );
    await store.dropVideos(
      account.id,
      gone.map(({ id }) => id),
    );
  };

  const readVideos = async (account: ReadableAccount): Promise<{ videos: Video[]; since: number }> => {
    const { videos, complete } = await newestVideos(account);
    const since = complete ? 0 : Math.min(...videos.map(({ createdAt }) => createdAt));
    await forgetGone(account, new Set(videos.map(({ id }) => id)), since);
    return { videos: videos.toSorted((a, b) => b.createdAt - a.createdAt), since };
  };

  const viewsOf = async (account: ReadableAccount, reached: number): Promise<Partial<Snapshot>> => {
    const viewsSince = (await store.lastSnapshot(account.id))?.viewsSince ?? reached;
    const counted = (await store.videos(account.id)).filter(({ createdAt }) => createdAt >= viewsSince);
    const views = totalViews(counted);
    return views === undefined ? {} : { views, viewsSince };
  };

  return {
    profile: (account) => authorised(tokens, account.id, (token) => fetchUser(http, token, account.scopes)),
    videoPage,

    async refreshVideos(account, ids) {
      const asked = ids.slice(0, videosPerCall);
      if (asked.length === 0) return [];
      const videos = await authorised(tokens, account.id, (token) =>
        queryVideos(http, { token, ids: asked }),
      );
      const seen = new Set(videos.map(({ id }) => id));
      await store.keepVideos(videos.map((video) => known(account, video)));
      await store.dropVideos(
        account.id,
        asked.filter((id) => !seen.has(id)),
      );
      return videos;
    },

    async readDay(account) {
      const user = canReadStats(account)
        ? await authorised(tokens, account.id, (token) => fetchUser(http, token, account.scopes))
        : undefined;
      const read = canReadVideos(account) ? await readVideos(account) : undefined;
      const views = read ? await viewsOf(account, read.since) : {};
      // The day is that of the end: a reading across midnight belongs to the day it was finished on.
      const takenAt = clock.now();
      const stamp = { accountId: account.id, day: localDay(takenAt), takenAt };
      await store.keepDay({
        snapshot: { ...stamp, ...told(user, ['followers', 'following', 'likes', 'videos']), ...views },
        videoDays: (read?.videos ?? [])
          .slice(0, grownVideos)
          .map((video) => ({ ...stamp, videoId: video.id, ...told(video, videoMeasures) })),
      });
    },
  };
}

/** The numbers among these fields that were told. */
function told<Field extends string>(
  of: Partial<Record<Field, number | undefined>> | undefined,
  fields: readonly Field[],
): Partial<Record<Field, number>> {
  const found: Partial<Record<Field, number>> = {};
  for (const field of fields) {
    const value = of?.[field];
    if (value !== undefined) found[field] = value;
  }
  return found;
}

/** Unknown while any video's views are: a sum with a hole in it would look like a loss. */
export function totalViews(videos: readonly Video[]): number | undefined {
  let sum = 0;
  for (const { views } of videos) {
    if (views === undefined) return undefined;
    sum += views;
  }
  return Math.min(sum, Number.MAX_SAFE_INTEGER);
}
