import type { ComposerPlace } from '../../components/draft/useComposer';
import type { Draft } from '../../lib/drafts/draft';
import { untouchedSettings, usualSlideshow } from '../../lib/drafts/draft';
import { AppError } from '../../lib/errors/app-error';
import type { Finding } from '../../lib/finder/finding';
import type { Post, PostEvent } from '../../lib/posts/post';
import {
  aCreator,
  aFinding,
  aMatch,
  anAccount,
  aPage,
  goodPhoto,
  goodVideo,
  type World,
} from '../fakes/port';

interface StageState {
  screen: 'popup' | 'tab' | 'panel';
  world: World;
  place: ComposerPlace;
  /** Presses made before the picture is taken: CSS selectors, `select=value`, or `tab 8` to go there, `type #po` to write. */
  press?: readonly string[];
}

const photoNames = [
  'vase-sage',
  'bowl-ink',
  'mug-terra',
  'planter-fern',
  'jar-moss',
  'jug-ochre',
  'plate-sky',
  'vase-shelf',
  'studio-row',
  'table-morning',
  'bottle-dusk',
  'jar-rose',
];
export const photo = (at: number): Finding =>
  aFinding({
    id: `photo-${at}`,
    kind: 'photo',
    urls: [`media/photos/${photoNames[at % photoNames.length]}.jpg`].map(
      (path) => new URL(path, location.href).href,
    ),
    width: 1_200,
    height: 1_600,
    from: 'img',
    alt: photoNames[at % photoNames.length] ?? '',
    confidence: 0.6,
  });
const { duration: _none, ...clip } = aFinding({
  id: 'turning',
  urls: [new URL('media/videos/turning-vase.mp4', location.href).href],
  poster: new URL('media/videos/turning-vase.jpg', location.href).href,
});
const video: Finding = { ...clip, duration: 14.2 };
const refused: Finding = aFinding({ id: 'embed', status: 'embed-only', urls: [], duration: 200 });
const photos = (count: number) => Array.from({ length: count }, (_, at) => photo(at));

const account = anAccount();
const base: World = {
  accounts: [
    account,
    anAccount({ id: 'account-2', displayName: 'Nordlicht Keramik', username: 'nordlicht' }),
  ],
  creator: aCreator(),
  settings: { ownHandles: ['shop.example'], currentAccountId: account.id },
  page: aPage({ findings: [video, ...photos(9), refused] }),
  facts: (_, source) => (JSON.stringify(source).includes('.mp4') ? goodVideo : goodPhoto),
};
const alone: ComposerPlace = { at: 'page' };
const popup = (world: World, press?: readonly string[]): StageState => ({
  screen: 'popup',
  world: { ...base, ...world },
  place: alone,
  ...(press ? { press } : {}),
});

const carousel = (count: number): Draft => ({
  id: 'carousel',
  pageUrl: 'https://shop.example/',
  accountId: account.id,
  content: {
    kind: 'photo',
    media: photos(count).map(({ id, kind, urls, alt }) => ({
      id,
      kind,
      source: { from: 'url', urls, status: 'direct' },
      alt: alt ?? '',
    })),
    title: 'New glazes this autumn',
    caption: 'Twelve small experiments from the kiln. Which one is yours?\n\n#ceramics #glaze @nordlicht',
    mode: 'direct',
    settings: { ...untouchedSettings, privacy: 'PUBLIC_TO_EVERYONE', allowComment: true, coverIndex: 1 },
  },
  textTouched: true,
  createdAt: 0,
  changedAt: 1,
});

const clips = (count: number) =>
  Array.from(
    { length: count },
    (_, at): Finding => ({ ...video, id: `clip-${at}`, alt: `Turning a vase, part ${at + 1}` }),
  );
/** Several of a page's videos, each to be a post of its own. */
function several(count: number, firstCaption = 'Turning a vase, part 1\n\n#ceramics'): Draft {
  const [media, ...more] = clips(count).map(({ id, urls, poster, alt = '' }) => ({
    id,
    kind: 'video' as const,
    source: { from: 'url' as const, urls, status: 'direct' as const },
    ...(poster === undefined ? {} : { poster }),
    alt,
  }));
  const { content } = carousel(0);
  return {
    ...carousel(0),
    content: {
      ...content,
      kind: 'video',
      media: media ? [media] : [],
      title: '',
      caption: firstCaption,
      settings: { ...untouchedSettings, privacy: 'PUBLIC_TO_EVERYONE' },
    },
    batch: { caption: '', more: more.map((one) => ({ media: one, caption: `${one.alt} #ceramics` })) },
  };
}

const aPost = (at: number, change: Partial<Post>): { post: Post; events: PostEvent[] } => ({
  post: {
    id: `post-${at}`,
    accountId: account.id,
    content: {
      ...carousel(1 + (at % 4)).content,
      title: '',
      caption:
        [
          'Twelve small experiments from the kiln. Which one is yours? #ceramics #glaze',
          'Walnut bowl, turned by hand #woodturning',
          'Studio morning, tea first, with @nordlicht',
          '',
        ][at % 4] ?? '',
    },
    pageUrl: 'https://shop.example/autumn',
    createdAt: Date.now() - at * 7_300_000,
    state: 'published',
    stateSince: Date.now() - at * 7_300_000 + 40_000,
    attempts: [],
    videoIds: [],
    seenAt: 0,
    tries: 0,
    looks: 0,
    ...change,
  },
  events: [
    { postId: `post-${at}`, at: Date.now() - 400_000, what: 'submitted' },
    { postId: `post-${at}`, at: Date.now() - 395_000, what: 'fetching' },
    {
      postId: `post-${at}`,
      at: Date.now() - 380_000,
      what: 'init-answered',
      logId: '20261120083012F1A7C0D94E5B',
    },
    { postId: `post-${at}`, at: Date.now() - 290_000, what: 'upload-done' },
    {
      postId: `post-${at}`,
      at: Date.now() - 200_000,
      what: change.state ?? 'published',
      ...(change.error ? { error: change.error, logId: '202611200834AA81B3E6D2C47F' } : {}),
    },
  ],
});
const failure = { code: 'video_pull_failed', facts: {} } as const;
const history = [
  aPost(0, { state: 'uploading', progress: { done: 31_000_000, total: 48_200_000, perSecond: 2_600_000 } }),
  aPost(1, { state: 'processing' }),
  aPost(2, { state: 'failed', error: failure }),
  aPost(3, { state: 'unknown' }),
  aPost(4, { state: 'published', link: 'https://www.tiktok.com/@mara.turns.wood/video/1' }),
  aPost(5, { state: 'inbox' }),
  aPost(6, { state: 'cancelled' }),
  ...Array.from({ length: 60 }, (_, at) => aPost(7 + at, {})),
];
const recent = (world: World, press: readonly string[] = []): StageState =>
  popup({ posts: history, ...world }, ['#tab-recent', ...press]);
const posted = (change: Partial<Post>): StageState =>
  popup({ posts: [aPost(0, change)], settings: { ...base.settings, modes: { [account.id]: 'inbox' } } }, [
    '.post-button:not([aria-disabled])',
  ]);

const tube = aPage({
  pageUrl: 'https://www.youtube.com/watch?v=kilnFilm001',
  site: 'youtube',
  videoId: 'kilnFilm001',
  findings: [
    photo(7),
    aFinding({
      id: 'youtube:kilnFilm001',
      status: 'policy-refused',
      urls: [],
      duration: 138,
      alt: 'Throwing the tide vase',
      poster: photo(7).urls[0],
    }),
  ],
  material: {
    title: 'Throwing the tide vase',
    description: 'From lump to lip.',
    hashtags: ['pottery', 'tidevase'],
    url: 'https://www.youtube.com/watch?v=kilnFilm001',
  },
});
const others = [
  aMatch('Tide vase rough cut.mov', { duration: 138.4, size: 212_000_000 }),
  aMatch('2026-03-14 a rather long name that an editor made of the project and its sequence.mp4'),
  aMatch('kiln b-roll.mp4', { duration: 137.2, size: 9_400_000 }),
];
const exported = (
  matches = [aMatch('Throwing the tide vase.mp4', { sure: true }), ...others],
  allowed = true,
) => ({
  name: 'Exports',
  allowed,
  matches,
});

/** Every state a person may meet, by name. */
export const states: Readonly<Record<string, StageState>> = {
  'compose-looking': popup({ silent: ['look'] }),
  'compose-video': popup({}),
  'compose-video-ready': popup({}, ['privacy=PUBLIC_TO_EVERYONE']),
  'compose-carousel': popup({ drafts: [carousel(6)], page: aPage({ findings: photos(24) }) }),
  'compose-most-photos': popup({
    drafts: [carousel(35)],
    page: aPage({ findings: photos(40) }),
    hasBucket: true,
  }),
  'compose-one-photo': popup({ page: aPage({ findings: [photo(2)] }) }),
  'compose-disclosed': popup({}, ['privacy=PUBLIC_TO_EVERYONE', '[name=discloses]', '[name=brandedContent]']),
  'compose-undisclosed': popup({}, ['privacy=PUBLIC_TO_EVERYONE', '[name=discloses]']),
  'compose-private': popup({}, ['privacy=SELF_ONLY', '[name=discloses]']),
  'compose-switched-off': popup({ creator: aCreator({ duetDisabled: true, stitchDisabled: true }) }),
  'compose-inbox': popup({ settings: { ...base.settings, modes: { [account.id]: 'inbox' } } }),
  'compose-rights': popup({ settings: { currentAccountId: account.id } }),
  'compose-blocked': popup({ creator: new AppError('spam_risk_too_many_posts') }),
  'compose-asking': popup({ silent: ['creator', 'inspect'] }),
  'compose-too-long': popup({ creator: aCreator({ maxVideoSeconds: 10 }) }),
  'compose-caption-long': popup({
    drafts: [
      {
        ...carousel(3),
        content: { ...carousel(3).content, caption: 'Glaze and fire. '.repeat(260), title: 'x'.repeat(95) },
      },
    ],
    page: aPage({ findings: photos(3) }),
  }),
  'compose-no-account': popup({ accounts: [], settings: { ownHandles: ['shop.example'] } }),
  'compose-empty-page': popup({
    page: aPage({ findings: [], notice: 'nothing-found', material: { hashtags: [] } }),
  }),
  'compose-restricted': popup({
    page: aPage({ findings: [], notice: 'restricted-page', material: { hashtags: [] } }),
  }),
  'compose-off-here': popup({
    page: aPage({ findings: [], notice: 'off-here', material: { hashtags: [] } }),
  }),
  'compose-several': popup({ drafts: [several(3)], page: aPage({ findings: clips(5) }) }),
  'compose-several-blocked': popup({
    drafts: [several(2, 'Glaze and fire. '.repeat(150))],
    page: aPage({ findings: clips(5) }),
  }),
  'compose-several-photos': popup(
    { drafts: [carousel(4)], page: aPage({ findings: photos(24) }), hasBucket: true },
    ['.several', '.batch-own summary'],
  ),
  'compose-several-mixed': popup(
    { drafts: [several(2)], page: aPage({ findings: [...clips(2), ...photos(9)] }) },
    ['[data-index="3"]', '.batch-own summary'],
  ),
  'compose-several-cut': popup(
    {
      drafts: [several(2)],
      page: aPage({ findings: clips(5) }),
      creator: aCreator({ maxVideoSeconds: 10 }),
    },
    ['.batch-own summary'],
  ),
  'compose-day-full': popup({ used: { posts: 15 } }, ['privacy=PUBLIC_TO_EVERYONE']),
  'compose-inbox-full': popup({
    used: { pending: 5 },
    settings: { ...base.settings, modes: { [account.id]: 'inbox' } },
  }),
  'compose-several-day-full': popup({
    used: { posts: 13 },
    drafts: [several(4)],
    page: aPage({ findings: clips(5) }),
  }),
  'compose-tags': popup({ posts: history }, ['type  and #']),
  'compose-tags-mention': popup({ posts: history }, ['type  with @n']),
  'compose-several-tags': popup(
    { posts: history, drafts: [several(2)], page: aPage({ findings: clips(5) }) },
    ['type  #'],
  ),
  'compose-film': popup({
    drafts: [
      {
        ...carousel(4),
        content: { ...carousel(4).content, kind: 'video', title: '', slideshow: usualSlideshow },
      },
    ],
    page: aPage({ findings: photos(9) }),
  }),
  'compose-aside': popup({ drafts: [several(3)], page: aPage({ findings: clips(5) }) }, ['.several']),
  'tab-several': {
    ...popup({ drafts: [several(5)], page: aPage({ findings: clips(5) }) }),
    screen: 'tab',
  },
  'compose-650': popup({ page: aPage({ findings: [video, ...photos(649)] }) }),
  'compose-look-failed': popup({ page: new AppError('unexpected') }),
  'compose-original': popup({ page: tube }),
  'compose-original-no-folder': popup({ page: tube, originals: false }),
  'compose-original-ask': popup({ page: tube, originals: exported([], false) }),
  'compose-original-found': popup({ page: tube, originals: exported() }),
  'compose-original-which': popup({ page: tube, originals: exported(others) }),
  'compose-original-other': popup({ page: tube, originals: exported() }, ['.original-other']),
  'compose-original-nothing': popup({ page: tube, originals: exported([]) }),
  'compose-original-embed': popup({}, ['[data-refused]']),
  'tab-original-found': {
    screen: 'tab',
    world: { ...base, page: tube, originals: exported() },
    place: { at: 'page' },
  },
  'tab-original': {
    screen: 'tab',
    world: { ...base, page: tube, originals: exported([], false) },
    place: { at: 'page' },
  },
  'recent-list': recent({}),
  'recent-empty': recent({ posts: [] }),
  'recent-loading': recent({ silent: ['posts'] }),
  'recent-failed': recent({ postsFail: new AppError('unexpected') }),
  'recent-detail-failed': recent({}, ['[data-index="2"] .post-row']),
  'recent-detail-moving': recent({}, ['[data-index="0"] .post-row']),
  'recent-detail-unknown': recent({}, ['[data-index="3"] .post-row']),
  'progress-uploading': posted({
    state: 'uploading',
    progress: { done: 31_000_000, total: 48_200_000, perSecond: 2_600_000 },
  }),
  'progress-published': posted({ state: 'published', link: 'https://www.tiktok.com/@mara/video/1' }),
  'progress-inbox': posted({ state: 'inbox' }),
  'progress-failed': posted({ state: 'failed', error: failure }),
  'progress-unknown': posted({ state: 'unknown' }),
  'menu-accounts': popup({}, ['.account-button']),
  'preview-carousel': popup({ drafts: [carousel(6)], page: aPage({ findings: photos(24) }) }, [
    '.stage-open',
  ]),
  'tab-video': { screen: 'tab', world: base, place: { at: 'page' } },
  'tab-alone': { screen: 'tab', world: { ...base, drafts: [] }, place: { at: 'alone' } },
  'panel-video': { screen: 'panel', world: base, place: { at: 'page' } },
  'panel-elsewhere': {
    screen: 'panel',
    world: base,
    place: { at: 'page', follows: true },
    press: ['privacy=PUBLIC_TO_EVERYONE', 'tab 8'],
  },
  'panel-unread': {
    screen: 'panel',
    world: {
      ...base,
      page: aPage({
        pageUrl: '',
        findings: [],
        notice: 'restricted-page',
        material: { hashtags: [] },
      }),
    },
    place: { at: 'page', follows: true },
  },
};
