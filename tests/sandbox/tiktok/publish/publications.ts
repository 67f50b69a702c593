import { randomInt } from 'node:crypto';
import type { MediaFacts } from '../../media/facts.ts';
import { secretText, type World } from '../world.ts';
import { appearOnProfile } from './profile.ts';

export type Status =
  | 'PROCESSING_UPLOAD'
  | 'PROCESSING_DOWNLOAD'
  | 'SEND_TO_USER_INBOX'
  | 'PUBLISH_COMPLETE'
  | 'FAILED';

export interface StoredFile {
  /** Where the bytes are; null when they were let go. */
  path: string | null;
  size: number;
  /** Empty when they were only counted. */
  sha256: string;
  facts: MediaFacts | null;
  /** Where a pulled file came from. */
  url: string | null;
}

/** One init, and what became of it. */
export interface Publication {
  readonly publishId: string;
  readonly clientKey: string;
  readonly openId: string;
  readonly username: string;
  readonly kind: 'video' | 'photo';
  readonly mode: 'direct' | 'inbox';
  readonly source: 'FILE_UPLOAD' | 'PULL_FROM_URL';
  readonly postInfo: Readonly<Record<string, unknown>>;
  readonly startedAt: number;
  readonly coverIndex: number | null;
  status: Status;
  failReason: string | null;
  /** When TikTok had all bytes. */
  bytesAt: number | null;
  uploadedBytes: number;
  downloadedBytes: number;
  files: StoredFile[];
  /** What the inspection of the bytes found wrong; undefined while it has not ended. */
  verdict: string | null | undefined;
  /** When it was posted, delivered or refused. */
  at: number | null;
  /** The id of the post, public ones only. */
  postId: string | null;
  /** An inbox draft the user has posted or thrown away. */
  draftDone: boolean;
  /** Stands in for rules.processingMs and rules.moderationMs. */
  timing: { processingMs: number; moderationMs: number };
}

export type NewPublication = Pick<
  Publication,
  'clientKey' | 'openId' | 'username' | 'kind' | 'mode' | 'source' | 'postInfo' | 'coverIndex'
>;

export type Publications = ReturnType<typeof createPublications>;

/** TikTok's memory of what was sent to it. Time passes lazily: every look settles what has become due. */
export function createPublications(world: World) {
  const posts = new Map<string, Publication>();
  const failures: string[] = [];

  function start(from: NewPublication): Publication {
    const direct = from.mode === 'direct';
    const pull = from.source === 'PULL_FROM_URL';
    const prefix = `${from.kind === 'photo' ? 'p' : 'v'}_${direct || from.kind === 'photo' ? 'pub' : 'inbox'}_${pull ? 'url' : 'file'}`;
    const publishId = `${prefix}~v2-1.${digits(19)}${secretText(4)}`;
    const post: Publication = {
      ...from,
      publishId,
      startedAt: world.clock.now(),
      status: pull ? 'PROCESSING_DOWNLOAD' : 'PROCESSING_UPLOAD',
      failReason: null,
      bytesAt: null,
      uploadedBytes: 0,
      downloadedBytes: 0,
      files: [],
      verdict: undefined,
      at: null,
      postId: null,
      draftDone: false,
      timing: {
        processingMs: asked(world.rules.processingMs),
        moderationMs: asked(world.rules.moderationMs),
      },
    };
    posts.set(publishId, post);
    return post;
  }

  function settle(post: Publication): Publication {
    if (post.at !== null) return post;
    const now = world.clock.now();
    const life = post.source === 'FILE_UPLOAD' ? world.rules.upload.lifeMs : world.rules.pull.lifeMs;
    if (post.bytesAt === null) {
      if (post.verdict) fail(post, post.verdict, now);
      else if (now > post.startedAt + life) {
        const unreachable = post.kind === 'photo' ? 'photo_pull_failed' : 'video_pull_failed';
        fail(post, post.source === 'FILE_UPLOAD' ? 'internal' : unreachable, post.startedAt + life);
      }
      return post;
    }
    const due = post.bytesAt + post.timing.processingMs;
    if (post.verdict === undefined || now < due) return post;
    const ordered = failures.shift();
    const reason = post.verdict ?? ordered ?? (removedMidway(post) ? 'auth_removed' : null);
    if (reason) fail(post, reason, due);
    else publish(post, due);
    return post;
  }

  function removedMidway(post: Publication): boolean {
    const grants = world.grants.filter((g) => g.clientKey === post.clientKey && g.openId === post.openId);
    return grants.length > 0 && grants.every((grant) => grant.removed);
  }

  function publish(post: Publication, at: number): void {
    post.at = at;
    post.status = post.mode === 'inbox' ? 'SEND_TO_USER_INBOX' : 'PUBLISH_COMPLETE';
    if (post.mode === 'direct') showIfPublic(post);
  }

  function showIfPublic(post: Publication): void {
    if (post.mode === 'direct' && post.postInfo.privacy_level !== 'PUBLIC_TO_EVERYONE') return;
    // What a sandbox app posts is never public.
    if (world.apps.get(post.clientKey)?.targetOpenIds) return;
    post.postId = newPostId();
    appearOnProfile(post, world);
  }

  return {
    start,
    all: (): Publication[] => [...posts.values()].map(settle),
    get(publishId: string): Publication | undefined {
      const post = posts.get(publishId);
      return post && settle(post);
    },
    /** Posted, or delivered to an inbox: what a creator would find in TikTok. */
    published: (): Publication[] =>
      [...posts.values()].map(settle).filter((post) => post.at !== null && post.status !== 'FAILED'),
    fail(post: Publication, reason: string): void {
      if (settle(post).at === null) fail(post, reason, world.clock.now());
    },
    /** The next publications that would succeed fail with these reasons. */
    failNext(reason: string, times = 1): void {
      for (let i = 0; i < times; i += 1) failures.push(reason);
    },
    /** The creator opens the draft in TikTok and posts it. */
    finishDraft(publishId: string): void {
      const post = posts.get(publishId);
      if (!post || settle(post).status !== 'SEND_TO_USER_INBOX') throw new Error(`No draft ${publishId}`);
      post.draftDone = true;
      post.status = 'PUBLISH_COMPLETE';
      post.at = world.clock.now();
      showIfPublic(post);
    },
    /** The creator throws the draft away. Its status stays. */
    discardDraft(publishId: string): void {
      const post = posts.get(publishId);
      if (!post || settle(post).status !== 'SEND_TO_USER_INBOX') throw new Error(`No draft ${publishId}`);
      post.draftDone = true;
    },
    reset(): void {
      posts.clear();
      failures.length = 0;
    },
  };
}

function fail(post: Publication, reason: string, at: number): void {
  post.status = 'FAILED';
  post.failReason = reason;
  post.at = at;
}

function asked(time: number | (() => number)): number {
  return typeof time === 'number' ? time : time();
}

function digits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join('');
}

/** 19 digits, above what a JavaScript number can hold. */
export function newPostId(): string {
  return `75${digits(17)}`;
}
