import { AppError } from '../errors/app-error';
import type { Video, VideoPage } from '../tiktok/videos';
import type { Day } from './day';
import type { Profile } from './profile';
import type { ReadableAccount } from './readable';
import type { Reader } from './reader';
import type { Reading, Snapshot, VideoDay } from './snapshot';
import type { InsightStore, KnownPage } from './store';
import type { Watch } from './watch';

export interface InsightParts {
  accounts: () => Promise<readonly ReadableAccount[]>;
  reader: Reader;
  store: InsightStore;
  watch: Watch;
}

/** What pages ask about an account's numbers. Each question names the account; an unknown one is `no_account`. */
export interface Insights {
  profile(accountId: string): Promise<Profile>;
  history(accountId: string, since?: Day): Promise<{ snapshots: Snapshot[]; reading: Reading | null }>;
  videos(accountId: string, most: number, before?: string): Promise<KnownPage>;
  videoPage(accountId: string, cursor: number | undefined): Promise<VideoPage>;
  refreshVideos(accountId: string, ids: readonly string[]): Promise<Video[]>;
  growth(accountId: string, videoIds: readonly string[]): Promise<VideoDay[][]>;
  readNow(accountId: string): Promise<void>;
}

export function createInsights({ accounts, reader, store, watch }: InsightParts): Insights {
  const find = async (id: string): Promise<ReadableAccount> => {
    const account = (await accounts()).find((one) => one.id === id);
    if (!account) throw new AppError('no_account');
    return account;
  };
  return {
    profile: async (id) => reader.profile(await find(id)),
    async history(id, since) {
      const [snapshots, reading] = await Promise.all([store.snapshots(id, since), store.reading(id)]);
      return { snapshots, reading: reading ?? null };
    },
    videos: store.videoPage,
    videoPage: async (id, cursor) => reader.videoPage(await find(id), cursor),
    refreshVideos: async (id, ids) => reader.refreshVideos(await find(id), ids),
    growth: (id, videoIds) => Promise.all(videoIds.map((videoId) => store.videoDays(id, videoId))),
    readNow: async (id) => watch.readNow(await find(id)),
  };
}
