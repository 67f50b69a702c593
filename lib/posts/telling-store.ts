import type { EngineParts } from './parts';
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
      let before: string | undefined;
      const after = await store.change(id, (post) => {
        before = post.state;
        return change(post);
      });
      if (!after) return undefined;
      changed(after);
      if (after.state !== before && (isEnd(after.state) || after.state === 'unknown')) announce(after);
      return after;
    },
  };
}
