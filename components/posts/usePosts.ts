import { useCallback, useEffect, useRef, useState } from 'react';
import { type ErrorData, toErrorData } from '../../lib/errors/app-error';
import type { Post, PostState } from '../../lib/posts/post';
import { usePort } from '../hooks/port';
import { useNews } from '../hooks/useNews';

export interface PostsSought {
  states: PostState[] | undefined;
  text: string;
}

export interface PostList {
  /** Undefined while the first page is awaited. */
  posts: Post[] | undefined;
  error: ErrorData | undefined;
  more: () => void;
  again: () => void;
}

const pageSize = 40;

/** The history as far as it was scrolled, kept up to date by the background's notices. */
export function usePosts({ states, text }: PostsSought): PostList {
  const port = usePort();
  useEffect(() => port.attend(), [port]);
  const [posts, setPosts] = useState<Post[]>();
  const [error, setError] = useState<ErrorData>();
  const cursor = useRef<string>(undefined);
  const loading = useRef(false);
  const [turn, setTurn] = useState(0);

  const load = useCallback(
    async (from: string | undefined, isCurrent: () => boolean) => {
      loading.current = true;
      try {
        const page = await port.posts.list({
          limit: pageSize,
          ...(from ? { cursor: from } : {}),
          ...(states ? { states } : {}),
          ...(text ? { text } : {}),
        });
        if (!isCurrent()) return;
        cursor.current = page.cursor;
        setPosts((old) => (from ? [...(old ?? []), ...page.posts] : page.posts));
        setError(undefined);
      } catch (thrown) {
        if (isCurrent()) setError(toErrorData(thrown));
      } finally {
        loading.current = false;
      }
    },
    [port, states, text],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn is a new question
  useEffect(() => {
    let gone = false;
    void load(undefined, () => !gone);
    return () => {
      gone = true;
    };
  }, [load, turn]);

  const more = useCallback(() => {
    if (cursor.current && !loading.current) void load(cursor.current, () => true);
  }, [load]);
  const again = useCallback(() => setTurn((old) => old + 1), []);

  useNews((notice) => {
    if (notice.about === 'progress') {
      const { postId, done, total, perSecond } = notice;
      const progress = { done, total, ...(perSecond === undefined ? {} : { perSecond }) };
      setPosts((old) => old && changed(old, postId, (post) => ({ ...post, progress })));
    }
    if (notice.about !== 'posts') return;
    if (!posts?.some(({ id }) => id === notice.postId)) return again();
    void port.posts.read(notice.postId).then((found) => {
      if (found) setPosts((old) => old && changed(old, notice.postId, () => found.post));
    }, again);
  });

  return { posts, error, more, again };
}

const changed = (posts: Post[], id: string, change: (post: Post) => Post): Post[] =>
  posts.map((post) => (post.id === id ? change(post) : post));
