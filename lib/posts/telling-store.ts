import type { EngineParts } from './parts';
import type { Post } from './post';
import type { PostStore } from './store';
import { isEnd } from './transitions';

/** The store, with news: pages hear of every change, the person of an end or a question. */
export function tellingStore({
  store,
  changed,
  announce,
}: Pick<EngineParts, 'store' | 'changed' | 'announce'>): PostStore {
  return {
    ...store,
    async change(id, change) {
      let before: Post | undefined;
      const after = await store.change(id, (post) => {
        before = post;
        return change(post);
      });
      if (!after) return undefined;
      changed(after);
      const isElsewhere = after.state !== before?.state || (after.error && !before?.error);
      if (isElsewhere && (isEnd(after.state) || after.state === 'unknown')) announce(after);
      return after;
    },
  };
}
