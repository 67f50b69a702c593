import { ask } from '../calls';
import { findPublished } from '../match';
import type { EngineParts } from '../parts';
import { lastAttempt, type Post } from '../post';
import { untilNextSearch } from '../watching';
import { published, withLink } from './outcome';

/** Nobody knows whether TikTok began: is the post among the account's newest videos? That it is not proves nothing. */
export async function search(parts: EngineParts, post: Post, taken: ReadonlySet<string>): Promise<void> {
  const found = await look(parts, post, taken);
  const now = parts.clock.now();
  await parts.store.change(post.id, (standing) => {
    if (standing.state !== 'unknown') return undefined;
    if (!found) {
      const age = now - (lastAttempt(standing)?.initiatedAt ?? now);
      return {
        post: { ...standing, looks: standing.looks + 1, nextAt: now + untilNextSearch(age) },
      };
    }
    const out = withLink(published(standing, [found.id], now), [found.id]);
    const link = out.link ?? found.shareUrl;
    return {
      post: { ...out, ...(link ? { link } : {}) },
      notes: [{ what: 'found', facts: { id: found.id } }],
    };
  });
}

async function look(parts: EngineParts, post: Post, taken: ReadonlySet<string>) {
  try {
    return findPublished(post, await ask(parts, post.accountId, 'videos', parts.api.videos), taken);
  } catch (error) {
    // Not allowed to look, or no line: the person has been asked already, and it is tried again later.
    console.warn('the account’s videos could not be read', error);
    return undefined;
  }
}
