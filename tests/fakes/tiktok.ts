import { AppError } from '../../lib/errors/app-error';
import type { Put } from '../../lib/platform/put';
import type { Creator } from '../../lib/tiktok/creator';
import type { PostingApi } from '../../lib/tiktok/posting';
import type { PublishStatus } from '../../lib/tiktok/status';
import type { FakeClock } from './clock';

export interface FakePublication {
  publishId: string;
  caption: string;
  mode: 'direct' | 'inbox';
  source: 'file' | 'url';
  isPublic: boolean;
  size: number;
  received: number;
  startedAt: number;
  /** TikTok has all of it. */
  completeAt: number | undefined;
  cancelled: boolean;
  failReason: string | undefined;
}

export const healthyCreator: Creator = {
  username: 'fern.and.clay',
  nickname: 'Fern',
  privacyOptions: ['PUBLIC_TO_EVERYONE', 'SELF_ONLY'],
  commentDisabled: false,
  duetDisabled: false,
  stitchDisabled: false,
  maxVideoSeconds: 600,
};

/** TikTok's posting rules, as far as they decide whether something is published once, twice or not at all. */
export class FakeTikTok {
  readonly publications: FakePublication[] = [];
  /** Every init that was asked for, by caption. */
  readonly inits: string[] = [];
  /** Those of them by somebody who did not know the line, so that a browser might have sent them twice. */
  readonly blindInits: string[] = [];
  creator: Creator = healthyCreator;
  processing = 60_000;
  uploadLife = 3_600_000;
  verifiedHosts = new Set(['media.fern.example']);
  token = 'act.1';
  failReason: string | undefined;

  constructor(private readonly clock: FakeClock) {}

  /** What a creator would find in TikTok. */
  get published(): FakePublication[] {
    return this.publications.filter((one) => this.isOut(one));
  }

  /** As one worker speaks to it: what that knows of the line, the next one does not. */
  api(): PostingApi {
    let isSounded = false;
    return {
      get isSounded() {
        return isSounded;
      },
      creator: async (token) => {
        isSounded = true;
        this.check(token);
        return this.creator;
      },
      begin: async (token, { path, body }) => {
        this.check(token);
        const begun = this.begin(path, body as never);
        if (!isSounded) this.blindInits.push(begun.publishId);
        return begun;
      },
      status: async (token, publishId) => {
        this.check(token);
        return this.status(publishId);
      },
      cancel: async (token, publishId) => {
        this.check(token);
        const found = this.find(publishId);
        if (found.source === 'file' || this.isOut(found)) throw new AppError('publish_not_cancellable');
        found.cancelled = true;
      },
      videos: async (token) => {
        this.check(token);
        return this.published
          .filter(({ isPublic, mode }) => isPublic && mode === 'direct')
          .map(({ publishId, caption, startedAt }) => ({
            id: publishId.replace(/\D/g, ''),
            createdAt: startedAt,
            description: caption.slice(0, 150),
            duration: 10,
          }));
      },
    };
  }

  put: Put = async ({ url, headers, body }) => {
    const found = this.publications.find(({ publishId }) => url.endsWith(`/${publishId}`));
    if (!found || found.completeAt !== undefined) return { status: 404, contentRange: null };
    if (this.clock.now() > found.startedAt + this.uploadLife) return { status: 403, contentRange: null };
    const [, first, last] = /bytes (\d+)-(\d+)\//.exec(headers['Content-Range'] ?? '') ?? [];
    const held = () => (found.received > 0 ? `bytes 0-${found.received - 1}/${found.size}` : null);
    if (Number(first) !== found.received) return { status: 416, contentRange: held() };
    if (Number(last) - Number(first) + 1 !== body.size) return { status: 400, contentRange: null };
    found.received = Number(last) + 1;
    if (found.received < found.size) return { status: 206, contentRange: held() };
    found.completeAt = this.clock.now();
    return { status: 201, contentRange: held() };
  };

  private begin(
    path: string,
    body: { post_info?: Record<string, unknown>; source_info: Record<string, unknown> },
  ) {
    const { post_info = {}, source_info } = body;
    const caption = String(post_info.title ?? source_info.video_url ?? 'inbox');
    this.inits.push(caption);
    const isFile = source_info.source === 'FILE_UPLOAD';
    const url = String(
      source_info.video_url ?? (source_info.photo_images as string[] | undefined)?.[0] ?? '',
    );
    if (!isFile && !this.verifiedHosts.has(new URL(url).host)) throw new AppError('url_ownership_unverified');
    const publishId = `v_pub_${isFile ? 'file' : 'url'}~${1_000 + this.publications.length}`;
    this.publications.push({
      publishId,
      caption,
      mode: path.includes('inbox') ? 'inbox' : 'direct',
      source: isFile ? 'file' : 'url',
      isPublic: post_info.privacy_level !== 'SELF_ONLY',
      size: Number(source_info.video_size ?? 0),
      received: 0,
      startedAt: this.clock.now(),
      completeAt: isFile ? undefined : this.clock.now(),
      cancelled: false,
      failReason: this.failReason,
    });
    return {
      publishId,
      ...(isFile ? { uploadUrl: `https://open-upload.tiktokapis.com/upload/${publishId}` } : {}),
    };
  }

  private status(publishId: string): PublishStatus {
    const found = this.find(publishId);
    const failed = (failReason: string) => ({
      is: 'failed' as const,
      word: 'FAILED',
      failReason,
      postIds: [],
    });
    if (found.cancelled) return failed('publish_cancelled');
    if (found.completeAt === undefined) {
      const isOver = this.clock.now() > found.startedAt + this.uploadLife;
      if (isOver) return failed('internal');
      return { is: 'in-progress', word: 'PROCESSING_UPLOAD', postIds: [], uploadedBytes: found.received };
    }
    if (this.clock.now() < found.completeAt + this.processing) {
      return { is: 'in-progress', word: 'PROCESSING', postIds: [] };
    }
    if (found.failReason) return failed(found.failReason);
    if (found.mode === 'inbox') return { is: 'in-inbox', word: 'SEND_TO_USER_INBOX', postIds: [] };
    const postIds = found.isPublic ? [publishId.replace(/\D/g, '')] : [];
    return { is: 'published', word: 'PUBLISH_COMPLETE', postIds };
  }

  private isOut(one: FakePublication): boolean {
    const { completeAt, cancelled, failReason } = one;
    return (
      !cancelled &&
      !failReason &&
      completeAt !== undefined &&
      this.clock.now() >= completeAt + this.processing
    );
  }

  private find(publishId: string): FakePublication {
    const found = this.publications.find((one) => one.publishId === publishId);
    if (!found) throw new AppError('invalid_publish_id');
    return found;
  }

  private check(token: string): void {
    if (token !== this.token) throw new AppError('access_token_invalid');
  }
}
