import { useCallback } from 'react';
import type { PostMode } from '../../lib/drafts/draft';
import type { Preflight } from '../../lib/media/preflight';
import { type CapUse, day } from '../../lib/posts/cap-use';
import { usePort } from '../hooks/port';
import { useAskedOf } from '../hooks/useAskedOf';
import { useFormats } from '../hooks/useFormats';
import { useNews } from '../hooks/useNews';

/** What the check before Post is told of the day, for each way to send. */
export type DayUse = Record<PostMode, Pick<Preflight, 'postsToday' | 'pendingDrafts' | 'roomAt'>>;

/** TikTok's caps of a day as they will stand when the post at this place goes: those before it count. */
export function useCaps(accountId: string | undefined): (before: number) => DayUse {
  const { posts } = usePort();
  const formats = useFormats();
  const load = useCallback((id: string) => posts.use(id), [posts]);
  const { value, again } = useAskedOf(load, accountId);
  useNews(({ about }) => about === 'posts' && again());
  return (before) => {
    const roomAt = ({ freesAt }: CapUse['posts']) => formats.clock(freesAt ?? Date.now() + day, Date.now());
    return {
      direct: value ? { postsToday: value.posts.used + before, roomAt: roomAt(value.posts) } : {},
      inbox: value ? { pendingDrafts: value.pending.used + before, roomAt: roomAt(value.pending) } : {},
    };
  };
}
