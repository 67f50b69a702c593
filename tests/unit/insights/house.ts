import 'fake-indexeddb/auto';
import type { ReadableAccount } from '../../../lib/insights/readable';
import { createReader } from '../../../lib/insights/reader';
import { createInsightStore } from '../../../lib/insights/store';
import { createWatch } from '../../../lib/insights/watch';
import type { Alarms } from '../../../lib/platform/alarms';
import type { Clock } from '../../../lib/platform/clock';
import { openDatabase } from '../../../lib/platform/database';
import type { Locks } from '../../../lib/platform/locks';
import type { Http, Reply } from '../../../lib/tiktok/http';
import { json } from '../tiktok/replies';

export const ok = { code: 'ok', message: '', log_id: 'L' };
export const everything = ['user.info.basic', 'user.info.profile', 'user.info.stats', 'video.list'];

/** TikTok as far as insights asks it: a user, and videos in pages of twenty, newest first. */
export class FakeTikTok {
  user: Record<string, unknown> = {
    display_name: 'Fern',
    follower_count: 100,
    likes_count: 900,
    video_count: 3,
  };
  videos: Record<string, unknown>[] = [];
  calls: string[] = [];
  /** Answers in the place of the next calls. */
  refusals: Reply[] = [];

  readonly http: Http = {
    get: async (path) => this.answer(path, () => ({ user: this.user })),
    post: async (path, { body }) =>
      this.answer(path, () => (path === '/v2/video/list/' ? this.page(body) : this.query(body))),
    postForm: async () => {
      throw new Error('insights never signs in');
    },
  };

  private answer(path: string, data: () => unknown): Reply {
    this.calls.push(path);
    return this.refusals.shift() ?? json({ data: data(), error: ok });
  }

  private page(body: unknown) {
    const { cursor = Number.MAX_SAFE_INTEGER } = body as { cursor?: number };
    const left = this.videos
      .filter((video) => Number(video.create_time) * 1_000 < cursor)
      .sort((a, b) => Number(b.create_time) - Number(a.create_time));
    const videos = left.slice(0, 20);
    return { videos, cursor: Number(videos.at(-1)?.create_time ?? 0) * 1_000, has_more: left.length > 20 };
  }

  private query(body: unknown) {
    const { filters } = body as { filters: { video_ids: string[] } };
    return { videos: this.videos.filter(({ id }) => filters.video_ids.includes(String(id))) };
  }
}

export const video = (id: number, more: Record<string, unknown> = {}) => ({
  id: String(id),
  create_time: 1_700_000_000 + id * 3_600,
  title: `Video ${id}`,
  view_count: 10,
  like_count: 2,
  comment_count: 1,
  share_count: 0,
  ...more,
});

export const refusal = (code: string, status: number) =>
  json({ data: {}, error: { code, log_id: 'L' } }, { status });

let databases = 0;

/** The insights' floor with a clock and a TikTok of its own. */
export function buildInsights({
  localDay,
  start = 0,
}: {
  localDay: (now: number) => string;
  start?: number;
}) {
  databases += 1;
  const database = openDatabase(`insights-${databases}`);
  const time = { now: start };
  const clock: Clock = { now: () => time.now, sleep: async () => {} };
  const alarmTimes = new Map<string, number>();
  const alarms: Alarms = {
    set: async (name, at) => void alarmTimes.set(name, at),
    clear: async (name) => void alarmTimes.delete(name),
    at: async (name) => alarmTimes.get(name),
  };
  const locks: Pick<Locks, 'hold' | 'tryHold'> = {
    hold: (_, work) => work(),
    tryHold: async (_, work) => {
      await work();
      return true;
    },
  };
  const tiktok = new FakeTikTok();
  const rejected: string[] = [];
  const tokens = {
    getAccessToken: async () => 'token-1',
    tokenRejected: async (_: string, token: string) => {
      rejected.push(token);
      return 'token-2';
    },
  };
  const accounts: ReadableAccount[] = [{ id: 'a', scopes: everything }];
  const store = createInsightStore(database);
  const reader = createReader({ http: tiktok.http, tokens, store, clock, localDay });
  const changed: string[] = [];
  const watch = createWatch({
    accounts: async () => accounts,
    reader,
    store,
    clock,
    alarms,
    locks,
    localDay,
    changed: (id) => changed.push(id),
  });
  return { database, time, alarmTimes, tiktok, rejected, accounts, store, reader, watch, changed };
}
