import type { EngineParts } from './parts';
import type { Post } from './post';
import { isEnd, isRetryable } from './transitions';

export interface Tidy {
  /** Lets go of what was kept for a post that is over for good. */
  after(post: Post): Promise<void>;
  /** The same for posts whose end nobody lived to tidy up after. */
  all(): Promise<void>;
}

/** A file the person picked may be meant for other posts too: only what was fetched or made for this one goes. */
export function createTidy({ store, jobs, stash }: Pick<EngineParts, 'store' | 'jobs' | 'stash'>): Tidy {
  const after = async (post: Post): Promise<void> => {
    if (!isEnd(post.state)) return;
    await jobs.forgetPost(post.id);
    if (isRetryable(post.state)) return;
    const picked = post.content.media.flatMap(({ source }) => (source.from === 'stash' ? [source.key] : []));
    const own = new Set([...(post.fetched ?? []), ...(post.ready ?? [])]);
    for (const key of picked) own.delete(key);
    for (const key of own) await stash.remove(key);
  };
  return {
    after,
    async all() {
      for (const id of await jobs.posts()) {
        const post = await store.read(id);
        if (post) await after(post);
        else await jobs.forgetPost(id);
      }
    },
  };
}
