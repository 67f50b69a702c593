import { ask } from './client';

const every = 5_000;

type Seen = EventTarget & Pick<Document, 'visibilityState'>;

/**
 * Tells the background that a page is open and in sight, so that it looks sooner; called once by each page. A tab
 * behind another sees nothing sooner, and its looks would be for nobody. Gives back the end.
 */
export function attend(page: Seen = document): () => void {
  // A background that is just being replaced does not answer; the next word reaches it.
  const say = () => {
    if (page.visibilityState === 'visible') void ask('posts.attend', undefined).catch(() => {});
  };
  say();
  const saying = setInterval(say, every);
  page.addEventListener('visibilitychange', say);
  return () => {
    clearInterval(saying);
    page.removeEventListener('visibilitychange', say);
  };
}
