import { ask } from './client';

const every = 5_000;

/** Tells the background that a page is open, so that it looks sooner; called once by each page. Gives back the end. */
export function attend(): () => void {
  // A background that is just being replaced does not answer; the next word reaches it.
  const say = () => void ask('posts.attend', undefined).catch(() => {});
  say();
  const saying = setInterval(say, every);
  return () => clearInterval(saying);
}
