import type { Account } from '../../lib/accounts/account';
import type { Overview } from '../../lib/accounts/overview';
import { AppError } from '../../lib/errors/app-error';
import { localDay } from '../../lib/insights/day';
import type { KnownVideo, Snapshot, VideoDay } from '../../lib/insights/snapshot';
import { defaultSettings, type Settings } from '../../lib/settings/settings';
import { anAccount } from '../fakes/port';
import { giveHistory } from '../sandbox/tiktok/insight/history';
import type { User } from '../sandbox/tiktok/users';
import { type Answers, never } from './fake-background';

export interface OptionsState {
  screen: 'options' | 'help';
  /** What stands after the # in the address. */
  section: string;
  answers: Answers;
  press?: readonly string[];
}

const now = Date.now();
const day = 86_400_000;
const account = anAccount({
  scopes: [
    'user.info.basic',
    'user.info.profile',
    'user.info.stats',
    'video.publish',
    'video.upload',
    'video.list',
  ],
  connectedAt: now - 200 * day,
  refreshedAt: now - 1_500_000,
  accessExpiresAt: now + 5_700_000,
  refreshExpiresAt: now + 170 * day,
});
const potter = { following: 212, followers: 0, likes: 0, videos: [] as User['videos'] };
// Of everything about a user, a history only knows and makes these.
const history = giveHistory(potter as User, now, { videos: 60, days: 200 });

const missed = new Set([140, 141, 142, 143, 144, 145, 171]);
const snapshots: Snapshot[] = history.days.flatMap((day, at) =>
  missed.has(at)
    ? []
    : {
        accountId: account.id,
        day: localDay(day.at),
        takenAt: day.at,
        followers: day.followers,
        following: day.following,
        likes: day.likes,
        videos: day.videoCount,
        views: day.videos.reduce((sum, { views }) => sum + views, 0),
        viewsSince: 0,
      },
);
const cover = (path: string) => `https://covers.example${path.replace('/covers/', '/media/photos/')}`;
const videos: KnownVideo[] = potter.videos.map((video) => ({
  accountId: account.id,
  seenAt: now,
  id: video.id,
  createdAt: video.createTime * 1_000,
  title: video.title,
  coverUrl: cover(video.cover),
  shareUrl: `https://www.tiktok.com/@mara.turns.wood/video/${video.id}`,
  views: video.views,
  likes: video.likes,
  comments: video.comments,
  shares: video.shares,
}));
const newestFirst = videos.toReversed();

function growth({ videoIds }: { videoIds: string[] }): VideoDay[][] {
  return videoIds.map((videoId) =>
    history.days.flatMap(({ at, videos: seen }) => {
      const numbers = seen.find(({ id }) => id === videoId);
      if (!numbers) return [];
      const { id: _, ...counts } = numbers;
      return { accountId: account.id, videoId, day: localDay(at), takenAt: at, ...counts };
    }),
  );
}

const overview = (accounts: Account[], more: Partial<Overview> = {}): Overview => ({
  accounts,
  ...(accounts[0] ? { currentId: accounts[0].id } : {}),
  app: {
    clientKey: 'awferry0001',
    hasSecret: true,
    scopes: account.scopes,
    way: 'window',
    bakedIn: false,
    isComplete: true,
    revision: 1,
  },
  redirects: {
    window: 'https://lneageakocimfdjclnaahnbcieblhmkf.chromiumapp.org/',
    tab: 'http://127.0.0.1:53682/callback/',
  },
  isSigningIn: false,
  ...more,
});

const caps = {
  posts: { used: 11, limit: 15, freesAt: now + 3 * 3_600_000 },
  pending: { used: 2, limit: 5, freesAt: now + 9 * 3_600_000 },
};
const place = {
  endpoint: 'https://0123456789abcdef.r2.cloudflarestorage.com',
  region: 'auto',
  bucket: 'mara-photos',
  prefix: 'tiktok/',
  publicBase: 'https://photos.mara-turns-wood.example/tiktok/',
};
const settings: Settings = {
  ...defaultSettings,
  verifiedPrefixes: ['photos.mara-turns-wood.example', 'https://cdn.shop.example/media/'],
  siteTemplates: { 'shop.example': '{title}\n\nMade by hand, one at a time.\n\n{tags}' },
  hashtagSets: [
    { name: 'Wood', tags: ['woodturning', 'handmade', 'walnut'] },
    { name: 'Market days', tags: ['craftfair', 'meetthemaker'] },
  ],
  offSites: ['bank.example', 'mail.a-rather-long-name-of-a-company.example'],
};

const usual: Answers = {
  'accounts.overview': overview([account]),
  'accounts.check': { keys: 'accepted' },
  'bucket.read': { place, leftovers: 0 },
  'business.state': { hasToken: true, advertiserId: '7100000000000000011' },
  'business.categories': [
    'Beauty & personal care',
    'Home improvement: tools, wood and everything that is made of it by hand',
    'Food',
  ].map((name, at) => ({
    action_category_id: String(90_000 + at),
    name,
    description: `Interacted with videos about ${name.toLowerCase()}`,
    action_scene: at % 2 ? 'CREATOR_RELATED' : 'VIDEO_RELATED',
    level: '1',
    special_industries: at === 1 ? ['HOUSING'] : [],
    sub_category_ids: [],
  })),
  'business.terms': {
    texts: ['1. By using lead ads you agree …', '2. You say who you are.'],
    isConfirmed: false,
  },
  'business.occupiedAds': [0, 1].map((at) => ({
    advertiser_id: '7100000000000000011',
    campaign_id: `739000000000000010${at}`,
    adgroup_id: `739050000000000010${at}`,
    ad_id: `739100000000000010${at}`,
    create_time: '2026-10-02 09:14:00',
  })),
  'data.standing': { caps, audit: { verdict: 'unaudited', at: now - 86_400_000 } },
  'data.carried': newestFirst.slice(0, 4).map(({ id }, at) => ({ videoId: id, postId: `p${at}`, at: now })),
  'data.storage': {
    used: 214_000_000,
    quota: 9_800_000_000,
    files: { count: 3, bytes: 198_000_000 },
    posts: 318,
    drafts: 4,
    days: snapshots.length,
    videos: videos.length,
  },
  'data.diagnostics':
    'Ferry 0.1.0\nChromium 142\n\nAccount 1: user.info.basic video.publish\nPosts: 312 published, 4 failed',
  'data.eraseAccount': { left: 1 },
  'insights.profile': {
    displayName: account.displayName,
    username: account.username,
    bio: 'Bowls from trees that fell by themselves. Workshop in Lund, open on Saturdays.',
    profileUrl: 'https://www.tiktok.com/@mara.turns.wood',
    isVerified: true,
    followers: snapshots.at(-1)?.followers,
    following: 212,
    likes: snapshots.at(-1)?.likes,
    videos: videos.length,
  },
  'posts.list': { posts: [] },
  'insights.history': { snapshots, reading: { accountId: account.id, triedAt: now - 1_200_000 } },
  'insights.videos': { videos: newestFirst },
  'insights.videoPage': { videos: newestFirst.slice(0, 20) },
  'insights.growth': growth,
  'settings.read': settings,
  'settings.change': (change: Partial<Settings>) => ({ ...settings, ...change }),
};

const on = (section: string, answers: Answers = {}, press?: readonly string[]): OptionsState => ({
  screen: 'options',
  section,
  answers: { ...usual, ...answers },
  ...(press ? { press } : {}),
});

const basicOnly = { ...account, scopes: ['user.info.basic', 'video.publish', 'video.upload'] };
const broken = new AppError('internal_error', { logId: '202611200834AA81B3E6D2C47F' });
const long: Account = {
  ...account,
  id: 'account-long',
  displayName: 'Werkstatt für gedrechselte Schalen, Donaudampfschifffahrtsgesellschaft und Söhne',
  username: 'werkstatt.fuer.gedrechselte.schalen',
};
const nobody = { 'accounts.overview': overview([]) };

export const optionsStates: Readonly<Record<string, OptionsState>> = {
  'options-connect': on('connect'),
  'options-connect-several': on('connect', {
    'accounts.overview': overview([
      account,
      { ...long, trouble: { code: 'invalid_grant', facts: {} } },
      { ...basicOnly, id: 'account-basic', displayName: 'Second hand', username: 'second.hand' },
    ]),
  }),
  'options-connect-first': on('connect', {
    'accounts.overview': overview([], {
      app: { ...overview([]).app, clientKey: '', hasSecret: false, isComplete: false, revision: 0 },
    }),
    'accounts.check': { keys: 'missing' },
  }),
  'options-connect-refused': on('connect', {
    ...nobody,
    'accounts.check': { keys: 'refused', error: { code: 'invalid_client', facts: {} } },
  }),
  'options-numbers': on('numbers'),
  'options-numbers-table': on('numbers', {}, ['.history-card .plot-tools button']),
  'options-numbers-audited': on('numbers', {
    'data.standing': { caps, audit: { verdict: 'audited', at: now - 5 * 86_400_000 } },
  }),
  'options-numbers-new': on('numbers', {
    'data.standing': {
      caps: { posts: { used: 0, limit: 15 }, pending: { used: 0, limit: 5 } },
      audit: { verdict: 'unknown' },
    },
    'insights.history': { snapshots: snapshots.slice(-1), reading: null },
    'insights.videos': { videos: [] },
  }),
  'options-numbers-missing': on('numbers', {
    'accounts.overview': overview([basicOnly]),
    'insights.profile': { displayName: account.displayName },
    'insights.history': { snapshots: [], reading: null },
    'insights.videos': { videos: [] },
  }),
  'options-numbers-failed': on('numbers', {
    'insights.profile': broken,
    'insights.history': broken,
    'data.standing': broken,
    'insights.videos': { videos: [] },
  }),
  'options-numbers-waiting': on('numbers', {
    'insights.profile': never,
    'insights.history': never,
    'data.standing': never,
    'insights.videos': never,
  }),
  'options-numbers-long': on('numbers', {
    'accounts.overview': overview([long, account]),
    'insights.profile': {
      displayName: long.displayName,
      username: long.username,
      bio: 'Schalen. '.repeat(60),
      followers: 9.2e18,
      following: 0,
      likes: 12_345_678_901,
      videos: 0,
    },
  }),
  'options-numbers-nobody': on('numbers', nobody),
  'options-videos': on('videos'),
  'options-videos-empty': on('videos', {
    'insights.videos': { videos: [] },
    'insights.videoPage': { videos: [] },
    'data.carried': [],
  }),
  'options-videos-failed': on('videos', { 'insights.videos': { videos: [] }, 'insights.videoPage': broken }),
  'options-videos-waiting': on('videos', { 'insights.videos': never, 'insights.videoPage': never }),
  'options-videos-missing': on('videos', { 'accounts.overview': overview([basicOnly]) }),
  'options-videos-bare': on('videos', {
    'insights.videos': { videos: [] },
    'insights.videoPage': {
      videos: [
        { id: '1', createdAt: now - 86_400_000 },
        { id: '2', createdAt: 0, title: 'W'.repeat(300), views: 9.2e18, likes: 0 },
        { id: '3', createdAt: now, title: 'صباح في الورشة', views: 12 },
      ],
    },
    'data.carried': [],
  }),
  'options-routes': on('routes'),
  'options-routes-first': on('routes', {
    'bucket.read': { leftovers: 0 },
    'settings.read': { ...settings, verifiedPrefixes: [] },
  }),
  'options-preferences': on('preferences'),
  'options-preferences-first': on('preferences', { 'settings.read': defaultSettings }),
  'options-business': on('business'),
  'options-business-found': on('business', {}, [
    '.business > :nth-child(3) .business-actions button',
    '.business > :nth-child(4) .business-row button',
  ]),
  'options-business-off': on('business', { 'business.state': { hasToken: false, advertiserId: '' } }),
  'options-business-refused': on(
    'business',
    { 'business.categories': new AppError('business_token_rejected', { facts: { code: 40_105 } }) },
    ['.business > :nth-child(3) .business-actions button'],
  ),
  'options-data': on('data'),
  'options-data-erase': on('data', {}, ['.erase-list button']),
  'options-data-erased': on('data', {}, ['.erase-list button', '.choice input', '[open] [data-tone=danger]']),
  'options-data-diagnostics': on('data', {}, ['.data-cards > :nth-child(5) button']),
  'options-data-failed': on('data', { 'data.storage': broken, 'accounts.overview': broken }),
  help: { screen: 'help', section: 'unaudited_client_can_only_post_to_private_accounts', answers: usual },
};
