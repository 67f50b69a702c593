import type { User, Video } from '../users.ts';
import { createChance } from './chance.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

const SUBJECTS = [
  'A bowl',
  'The kiln',
  'One vase',
  'Glaze',
  'A mug',
  'The wheel',
  'My studio',
  'Clay',
  'A planter',
];
const ENDINGS = [
  'at first light',
  'in thirty seconds',
  'gone wrong',
  'from start to end',
  'after the firing',
  'on a rainy day',
  'for Inês',
];
const TAGS = ['#pottery', '#ceramics', '#slowmorning', '#studio', '#handmade', '#glaze'];
const COVERS = [
  'vase-sage',
  'mug-terra',
  'bowl-ink',
  'planter-fern',
  'jug-ochre',
  'jar-moss',
  'bottle-dusk',
  'table-morning',
];
/** Hours people post at, and how well that goes: evenings do best, by more than luck explains. */
const HOURS: readonly (readonly [hour: number, lift: number])[] = [
  [7, 0.8],
  [9, 0.7],
  [12, 1],
  [15, 0.8],
  [18, 2.4],
  [20, 3],
  [22, 1.2],
];

export interface HistoryOptions {
  videos?: number;
  days?: number;
  seed?: number;
  /** The last day; the numbers go on growing after it. */
  until?: number;
}

export interface DaySnapshot {
  at: number;
  followers: number;
  following: number;
  likes: number;
  videoCount: number;
  videos: { id: string; views: number; likes: number; comments: number; shares: number }[];
}

export interface History {
  /** What TikTok would have said at the end of each day, oldest first. */
  readonly days: readonly DaySnapshot[];
  at(time: number): DaySnapshot;
}

interface Course {
  video: Video;
  /** Views it will have in the end, and how many days most of them take. */
  views: number;
  span: number;
  likeRate: number;
}

/** Gives a user a past: videos over many days, and numbers that follow from them and from the clock. */
export function giveHistory(user: User, now: number, options: HistoryOptions = {}): History {
  const { videos = 200, days = 400, seed = 7, until = now } = options;
  const chance = createChance(seed);
  const start = until - days * DAY;
  const courses = Array.from({ length: videos }, (_, index) => course(index, videos, start, days, chance));
  const base = { followers: Math.round(chance.between(800, 2_000)), following: user.following };

  function at(time: number): DaySnapshot {
    const out = courses.filter(({ video }) => video.createTime * 1_000 <= time);
    const seen = out.map((one) => ({ id: one.video.id, ...countsAt(one, time) }));
    const views = seen.reduce((sum, one) => sum + one.views, 0);
    const likes = seen.reduce((sum, one) => sum + one.likes, 0);
    const followers = base.followers + Math.round(views * 0.011 + Math.max(0, (time - start) / DAY) * 2.5);
    return { at: time, followers, following: base.following, likes, videoCount: out.length, videos: seen };
  }

  user.videos = courses.map(({ video }) => video);
  user.live = (time) => {
    const snapshot = at(time);
    Object.assign(user, { followers: snapshot.followers, likes: snapshot.likes });
    const byId = new Map(snapshot.videos.map((one) => [one.id, one]));
    for (const video of user.videos) Object.assign(video, byId.get(video.id));
  };
  user.live(now);
  return { days: Array.from({ length: days }, (_, day) => at(start + (day + 1) * DAY)), at };
}

function course(
  index: number,
  videos: number,
  start: number,
  days: number,
  chance: ReturnType<typeof createChance>,
): Course {
  const [hour, lift] = chance.of(HOURS, [18, 1]);
  const day = Math.floor((index + chance.next() * 0.8) * (days / videos));
  const midnight = Math.floor((start + day * DAY) / DAY) * DAY;
  const createTime = Math.floor((midnight + hour * HOUR + chance.between(0, 50) * 60_000) / 1_000) + index;
  const title = `${chance.of(SUBJECTS, 'Clay')} ${chance.of(ENDINGS, '')} ${chance.of(TAGS, '')} ${chance.of(TAGS, '')}`;
  const video: Video = {
    id: String(7_400_000_000_000_000_000n + BigInt(index) * 1_000_003n),
    createTime,
    title,
    description: title,
    duration: Math.round(chance.between(7, 75)),
    width: 1080,
    height: 1920,
    likes: 0,
    comments: 0,
    shares: 0,
    views: 0,
    cover: `/covers/${chance.of(COVERS, 'vase-sage')}.jpg`,
    visibleAt: createTime * 1_000,
  };
  const views = 900 * (1 + (2 * index) / videos) * lift * chance.luck();
  return { video, views, span: chance.between(1.5, 9), likeRate: chance.between(0.05, 0.14) };
}

/** Fast at first, then ever slower, with a little that never ends. */
function countsAt({ video, views: final, span, likeRate }: Course, time: number) {
  const age = Math.max(0, time - video.createTime * 1_000) / DAY;
  const views = Math.round(final * (1 - Math.exp(-age / span)) + age * final * 0.0004);
  const likes = Math.round(views * likeRate);
  return { views, likes, comments: Math.round(likes * 0.04), shares: Math.round(likes * 0.025) };
}
