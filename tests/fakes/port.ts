import type { Port } from '../../components/hooks/port';
import type { Account } from '../../lib/accounts/account';
import { changeDraft } from '../../lib/drafts/changes';
import type { Draft, MediaSource } from '../../lib/drafts/draft';
import { AppError } from '../../lib/errors/app-error';
import type { Finding, PageFindings } from '../../lib/finder/finding';
import type { MediaFacts } from '../../lib/media/facts';
import type { Notice } from '../../lib/messages/notices';
import type { OriginalMatch, Originals } from '../../lib/messages/originals-here';
import type { Post, PostEvent } from '../../lib/posts/post';
import { defaultSettings, type Settings } from '../../lib/settings/settings';
import type { Creator } from '../../lib/tiktok/creator';

/** What a fake world holds. Whatever is left out is as an untouched Ferry on an empty page would find it. */
export interface World {
  page?: PageFindings | Error;
  accounts?: Account[];
  creator?: Creator | Error;
  settings?: Partial<Settings>;
  facts?: (index: number, source: MediaSource) => MediaFacts | Error;
  posts?: { post: Post; events: PostEvent[] }[];
  drafts?: Draft[];
  hasBucket?: boolean;
  /** What is used of TikTok's caps of a day. */
  used?: { posts?: number; pending?: number };
  /** Answers that never come. */
  silent?: readonly ('look' | 'creator' | 'inspect' | 'posts')[];
  postsFail?: Error;
  /** The folder of exports; `false` in a browser that cannot keep one. */
  originals?: { name: string; allowed: boolean; matches: OriginalMatch[] } | false;
}

export interface FakePort extends Port {
  /** Everything that was asked of it, in order. */
  readonly asked: { what: string; with?: unknown }[];
  readonly kept: Map<string, Draft>;
  tell(notice: Notice): void;
  /** The person goes to another tab. */
  goTo(tabId: number): void;
}

const never = new Promise<never>(() => {});

/** The world outside a screen, held in memory. */
export function fakePort(world: World = {}): FakePort {
  const asked: FakePort['asked'] = [];
  const kept = new Map((world.drafts ?? []).map((draft) => [draft.id, draft]));
  const posts = new Map((world.posts ?? []).map((entry) => [entry.post.id, entry]));
  const ears = new Set<(notice: Notice) => void>();
  const watchers = new Set<(tabId: number) => void>();
  let settings: Settings = { ...defaultSettings, ...world.settings };
  let inspected = 0;

  const note = <T>(
    what: string,
    body: unknown,
    answer: T | Error | undefined,
  ): Promise<Exclude<T, Error>> => {
    asked.push({ what, with: body });
    if (answer instanceof Error) return Promise.reject(answer);
    return answer === undefined
      ? Promise.reject(new AppError('unexpected'))
      : Promise.resolve(answer as Exclude<T, Error>);
  };

  return {
    asked,
    kept,
    tell: (notice) => {
      for (const hear of ears) hear(notice);
    },
    goTo: (tabId) => {
      for (const hear of watchers) hear(tabId);
    },
    device: {
      tab: async () => ({ id: 7, url: 'https://shop.example/' }),
      keepFile: async (file) => ({
        from: 'stash',
        key: `kept-${file.name}`,
        name: file.name,
        size: file.size,
        type: file.type,
      }),
      fileUrl: async () => undefined,
      originals: world.originals === false ? undefined : fakeOriginals(world.originals, asked),
      openTab: (url) => void asked.push({ what: 'device.openTab', with: url }),
      watchFront(hear) {
        watchers.add(hear);
        return () => watchers.delete(hear);
      },
      openPanel: async () => void asked.push({ what: 'device.openPanel' }),
      openPage: (path) => void asked.push({ what: 'device.openPage', with: path }),
      allowSites: async () => true,
      close: () => void asked.push({ what: 'device.close' }),
    },
    listen(hear) {
      ears.add(hear);
      return () => ears.delete(hear);
    },
    attend: () => () => {},
    thumbnail: async () => ({}),
    look: (tabId) => (world.silent?.includes('look') ? never : note('look', tabId, world.page)),
    settings: {
      read: async () => settings,
      change: async (change) => {
        asked.push({ what: 'settings.change', with: change });
        settings = { ...settings, ...change } as Settings;
        return settings;
      },
    },
    accounts: async () => world.accounts ?? [],
    creator: (id) => (world.silent?.includes('creator') ? never : note('creator', id, world.creator)),
    inspect(source) {
      if (world.silent?.includes('inspect')) return never;
      const facts = world.facts?.(inspected, source) ?? new AppError('media_needs_whole_file');
      inspected += 1;
      return note('inspect', source, facts);
    },
    hasBucket: async () => world.hasBucket ?? false,
    drafts: {
      find: async ({ pageUrl }) => [...kept.values()].find((draft) => draft.pageUrl === pageUrl),
      read: async (id) => kept.get(id),
      keep: async (draft) => {
        asked.push({ what: 'drafts.keep', with: draft });
        kept.set(draft.id, draft);
      },
      change: async (id, change) => {
        asked.push({ what: 'drafts.change', with: change });
        const standing = kept.get(id);
        if (standing) kept.set(id, changeDraft(standing, change, 0));
      },
      drop: async (id) => void kept.delete(id),
    },
    posts: {
      submit(draft, contents, left) {
        kept.delete(draft.id);
        if (left) kept.set(left.id, left);
        const made = [...posts.values()].map(({ post }) => post).slice(0, contents.length);
        return note('posts.submit', contents, made);
      },
      async list({ states = [], text = '', limit, cursor = '0' }) {
        if (world.silent?.includes('posts')) return never;
        if (world.postsFail) throw world.postsFail;
        const fits = [...posts.values()]
          .map(({ post }) => post)
          .filter(({ state }) => states.length === 0 || states.includes(state))
          .filter(({ content }) =>
            `${content.title} ${content.caption}`.toLowerCase().includes(text.toLowerCase()),
          );
        const from = Number(cursor);
        const more = from + limit < fits.length ? { cursor: String(from + limit) } : {};
        return { posts: fits.slice(from, from + limit), ...more };
      },
      read: async (id) => posts.get(id),
      use: async () => {
        const freesAt = Date.UTC(2026, 10, 21, 18, 40);
        return {
          posts: { used: world.used?.posts ?? 0, limit: 15, freesAt },
          pending: { used: world.used?.pending ?? 0, limit: 5, freesAt },
        };
      },
      retry: async (id) => void asked.push({ what: 'posts.retry', with: id }),
      cancel: async (id) => void asked.push({ what: 'posts.cancel', with: id }),
      resolve: async (id, published) => void asked.push({ what: 'posts.resolve', with: { id, published } }),
    },
  };
}

function fakeOriginals(folder: World['originals'], asked: FakePort['asked']): Originals {
  let kept = folder || undefined;
  return {
    folder: async () => kept && { name: kept.name, allowed: kept.allowed },
    choose: async () => {
      asked.push({ what: 'originals.choose' });
      return false;
    },
    allow: async () => {
      asked.push({ what: 'originals.allow' });
      if (kept) kept = { ...kept, allowed: true };
      return kept !== undefined;
    },
    match: async () => kept?.matches ?? [],
    async keep(id) {
      const found = kept?.matches.find(({ file }) => file.id === id)?.file;
      if (!found) throw new AppError('file_gone');
      return { from: 'stash', key: `kept-${id}`, name: found.name, size: found.size, type: 'video/mp4' };
    },
    forget: async () => {
      kept = undefined;
    },
  };
}

/** A file of the folder, as the search tells of it. */
export const aMatch = (
  name: string,
  change: { sure?: boolean; duration?: number; size?: number } = {},
): OriginalMatch => ({
  file: {
    id: name,
    name,
    size: change.size ?? 48_200_000,
    lastModified: 0,
    duration: change.duration ?? 138,
  },
  score: change.sure ? 0.9 : 0.4,
  sure: change.sure ?? false,
});

export const anAccount = (change: Partial<Account> = {}): Account => ({
  id: 'account-1',
  displayName: 'Mara Lindqvist',
  username: 'mara.turns.wood',
  scopes: ['user.info.basic', 'video.publish', 'video.upload', 'video.list'],
  connectedAt: 0,
  accessExpiresAt: 1e15,
  refreshExpiresAt: 1e15,
  refreshedAt: 0,
  ...change,
});

export const aCreator = (change: Partial<Creator> = {}): Creator => ({
  username: 'mara.turns.wood',
  nickname: 'Mara Lindqvist',
  privacyOptions: ['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY'],
  commentDisabled: false,
  duetDisabled: false,
  stitchDisabled: false,
  maxVideoSeconds: 600,
  ...change,
});

export const aFinding = (change: Partial<Finding> = {}): Finding => ({
  id: 'clip',
  kind: 'video',
  status: 'direct',
  urls: ['https://shop.example/clip.mp4'],
  width: 1_080,
  height: 1_920,
  duration: 14.2,
  from: 'video',
  confidence: 0.9,
  ...change,
});

export const aPage = (change: Partial<PageFindings> = {}): PageFindings => ({
  pageUrl: 'https://shop.example/',
  site: 'generic',
  findings: [aFinding()],
  material: {
    title: 'Walnut bowl, turned by hand',
    hashtags: ['woodturning', 'handmade'],
    url: 'https://shop.example/',
  },
  ...change,
});

export const goodPhoto: MediaFacts = {
  kind: 'photo',
  format: 'jpeg',
  size: 410_000,
  width: 1_080,
  height: 1_440,
  orientation: 1,
  animated: false,
  transparent: false,
  cmyk: false,
  hasLocation: false,
  hasMetadata: false,
};

export const goodVideo: MediaFacts = {
  kind: 'video',
  container: 'mp4',
  size: 18_400_000,
  duration: 14.2,
  width: 1_080,
  height: 1_920,
  codec: 'avc',
  fps: 30,
  fpsVaries: false,
  audio: { codec: 'aac' },
  canConvert: true,
};
