import type { Account } from '../accounts/account';
import type { Draft, MediaSource } from '../drafts/draft';
import type { Post, PostEvent } from '../posts/post';
import type { ExportedAccount } from './records';

/** Copies for the outside, field by field: what is not named here does not leave. */

export function outboundAccount({
  id,
  displayName,
  username,
  scopes,
  connectedAt,
}: Account): ExportedAccount {
  return { id, displayName, scopes, connectedAt, ...(username === undefined ? {} : { username }) };
}

/** What the engine needs to go on is of no use elsewhere, and an upload address lets anyone send. */
export function outboundPost(post: Post): Post {
  const { progress: _, waitingFor: __, nextAt: ___, thumbnail: ____, ...kept } = post;
  return {
    ...kept,
    ...(post.pageUrl === undefined ? {} : { pageUrl: withoutUser(post.pageUrl) }),
    content: { ...post.content, media: post.content.media.map(outboundMedia) },
    attempts: post.attempts.map(({ uploadUrl: _, uploadUrlExpiresAt: __, ...attempt }) => attempt),
  };
}

export function outboundDraft({ tabId: _, ...draft }: Draft): Draft {
  return {
    ...draft,
    ...(draft.pageUrl === undefined ? {} : { pageUrl: withoutUser(draft.pageUrl) }),
    content: { ...draft.content, media: draft.content.media.map(outboundMedia) },
    ...(draft.batch ? { batch: outboundBatch(draft.batch) } : {}),
  };
}

export const outboundEvent = ({ postId, at, what, attempt, logId, error }: PostEvent): PostEvent => ({
  postId,
  at,
  what,
  ...(attempt === undefined ? {} : { attempt }),
  ...(logId === undefined ? {} : { logId }),
  ...(error === undefined ? {} : { error }),
});

type Media = Draft['content']['media'][number];

const outboundBatch = ({ caption, more }: NonNullable<Draft['batch']>): NonNullable<Draft['batch']> => ({
  caption,
  more: more.map((entry) => ({ ...entry, media: outboundMedia(entry.media) })),
});

function outboundMedia({ poster: _, ...media }: Media): Media {
  return { ...media, source: outboundSource(media.source) };
}

/** A media address is often signed for one person; without its query it still says where it came from. */
function outboundSource(source: MediaSource): MediaSource {
  if (source.from === 'stash') return source;
  const { expiresAt: _, ...kept } = source;
  return {
    ...kept,
    urls: source.urls.map((address) => address.replace(/[?#].*$/s, '')).map(withoutUser),
    ...(source.pageUrl === undefined ? {} : { pageUrl: withoutUser(source.pageUrl) }),
  };
}

/** An address may carry a name and a password before the host, and a token after a #. */
function withoutUser(address: string): string {
  if (address.startsWith('data:')) return 'data:';
  if (!URL.canParse(address)) return '';
  const url = new URL(address);
  url.username = '';
  url.password = '';
  url.hash = '';
  return url.href;
}
