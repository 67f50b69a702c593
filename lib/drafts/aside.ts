import { photoLimits } from '../media/limits';
import { entriesOf, mostPosts, withEntries } from './batch';
import type { BatchEntry, Draft } from './draft';

/** Several posts, or one again. Nothing that was there is lost: what has no place in one post waits aside. */
export function several(draft: Draft, on: boolean): Draft {
  if (on === (draft.batch !== undefined)) return draft;
  return on ? apart(draft) : asOne(draft);
}

/** Each of them a post of its own, and with them those that were set aside. */
function apart(draft: Draft): Draft {
  const { aside, ...rest } = draft;
  const waiting = new Map(aside?.posts.map((post) => [post.media.id, post]));
  const here = entriesOf(draft).map((post, at) => (at === 0 ? post : (waiting.get(post.media.id) ?? post)));
  const there = new Set(here.map(({ media }) => media.id));
  const back = aside?.together ? [] : (aside?.posts ?? []).filter(({ media }) => !there.has(media.id));
  const { caption, title } = draft.content;
  const begun = { ...rest, batch: { caption, title, more: [] } };
  return withEntries(begun, [...here, ...back].slice(0, mostPosts));
}

/** Photos go together as one post; of others the first stays, and the rest waits. */
function asOne(draft: Draft): Draft {
  const posts = entriesOf(draft);
  const [first, ...others] = posts;
  const { batch: _batch, ...single } = withEntries(draft, first ? [first] : []);
  if (others.length === 0) return single;
  if (!posts.every(isPhoto) || posts.length > photoLimits.maxCount) {
    return { ...single, aside: { posts: others } };
  }
  const media = posts.map((post) => post.media);
  return { ...single, content: { ...single.content, media }, aside: { posts: others, together: true } };
}

const isPhoto = ({ media }: BatchEntry) => media.kind === 'photo';

/** How many posts wait that this draft would not send. */
export const waitingAside = ({ aside }: Draft): number => (aside && !aside.together ? aside.posts.length : 0);

/** What is left when this draft was sent: those that were set aside, as a draft of their own. */
export function leftOver(draft: Draft, id: string, now: number): Draft | undefined {
  if (waitingAside(draft) === 0) return undefined;
  const { aside, original: _settled, batch: _batch, ...rest } = draft;
  const begun = { ...rest, id, createdAt: now, changedAt: now, batch: { caption: '', more: [] } };
  const settings = { ...draft.content.settings };
  delete settings.privacy;
  return withEntries({ ...begun, content: { ...draft.content, settings } }, aside?.posts ?? []);
}
