import { AppError, toErrorData } from '../../errors/app-error';
import type { Video } from '../../tiktok/videos';
import { ask } from '../calls';
import { findPublished } from '../match';
import type { EngineParts } from '../parts';
import { lastAttempt, type Post } from '../post';
import type { Change } from '../store';
import { untilNextCopyLook, untilNextSearch } from '../watching';
import { published, withLink } from './outcome';

type Found = readonly [Video, ...Video[]];

/** Posts submitted this long before may still come out and look the same. */
const neighbours = 3 * 24 * 3_600_000;

/** Nobody knows whether TikTok began: is the post among the account's newest videos? That it is not proves nothing. */
export async function search(parts: EngineParts, post: Post): Promise<void> {
  const found = await look(parts, post);
  const now = parts.clock.now();
  await parts.store.change(post.id, (standing) => {
    if (standing.state !== 'unknown') return undefined;
    if (!found) {
      const age = now - (lastAttempt(standing)?.initiatedAt ?? now);
      return {
        post: { ...standing, looks: standing.looks + 1, nextAt: now + untilNextSearch(age) },
      };
    }
    return withVideos(published(standing, idsOf(found), now), found, now);
  });
}

/**
 * It was found, or said to be there, without TikTok's own word on it: for a while it is looked for again. What was
 * lost on the line may have been sent twice, and the copy comes out after the first.
 */
export async function recount(parts: EngineParts, post: Post): Promise<void> {
  const found = await look(parts, post);
  const now = parts.clock.now();
  await parts.store.change(post.id, (standing) => {
    if (standing.state !== 'published') return undefined;
    const isNews = found && found.length > standing.videoIds.length;
    return isNews ? withVideos(standing, found, now) : { post: later(standing, now) };
  });
}

function withVideos(post: Post, found: Found, now: number): Change {
  const [first] = found;
  const linked = withLink(post, [first.id]);
  const link = linked.link ?? first.shareUrl;
  const many = new AppError('posted_twice', { facts: { count: found.length } });
  return {
    post: later(
      {
        ...linked,
        videoIds: idsOf(found),
        ...(link ? { link } : {}),
        ...(found.length > 1 ? { error: toErrorData(many) } : {}),
      },
      now,
    ),
    notes: [{ what: 'found', facts: { id: idsOf(found).join(' ') } }],
  };
}

function later(post: Post, now: number): Post {
  const { nextAt: _, ...rest } = post;
  const wait = untilNextCopyLook(now - post.stateSince);
  return { ...rest, looks: post.looks + 1, ...(wait === undefined ? {} : { nextAt: now + wait }) };
}

const idsOf = (found: Found) => found.map(({ id }) => id);

async function look(parts: EngineParts, post: Post): Promise<Found | undefined> {
  const { accountId } = post;
  try {
    const videos = await ask(parts, accountId, 'videos', parts.api.videos);
    const around = await parts.store.ofAccount(accountId, post.createdAt - neighbours);
    const others = around.filter(({ id }) => id !== post.id);
    return findPublished(post, videos, others);
  } catch (error) {
    // Not allowed to look, or no line: the person has been asked already, and it is tried again later.
    console.warn('the account’s videos could not be read', error);
    return undefined;
  }
}
