import { useCallback, useEffect, useState } from 'react';
import type { Post, PostEvent } from '../../lib/posts/post';
import { usePort } from '../hooks/port';
import { type Asked, useAsked } from '../hooks/useAsked';
import { useNews } from '../hooks/useNews';

export interface PostWatched extends Asked<{ post: Post; events: PostEvent[] } | undefined> {
  /** Bytes on their way, fresher than the post itself. */
  progress: Post['progress'];
}

/** One post, kept up to date by the background's notices. */
export function usePost(id: string): PostWatched {
  const port = usePort();
  useEffect(() => port.attend(), [port]);
  const asked = useAsked(useCallback(() => port.posts.read(id), [port, id]));
  const [progress, setProgress] = useState<Post['progress']>();
  useNews((notice) => {
    if (notice.about === 'posts' && notice.postId === id) asked.again();
    if (notice.about === 'progress' && notice.postId === id) {
      const { done, total, perSecond } = notice;
      setProgress({ done, total, ...(perSecond === undefined ? {} : { perSecond }) });
    }
  });
  return { ...asked, progress: progress ?? asked.value?.post.progress };
}
