import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { Post } from '../../lib/posts/post';
import { useWords } from '../hooks/useWords';
import { PostRow } from './PostRow';

interface PostListProps {
  posts: readonly Post[];
  names: ReadonlyMap<string, string>;
  onOpen: (id: string) => void;
  /** Near the end: time for the next page. */
  onEnd: () => void;
}

/** Thousands of posts cost as much as the dozen in sight. */
export function PostList({ posts, names, onOpen, onEnd }: PostListProps) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const now = useNow();
  const rows = useVirtualizer({
    count: posts.length,
    getScrollElement: () => box.current,
    estimateSize: () => 78,
    getItemKey: (index) => posts[index]?.id ?? index,
    overscan: 6,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;

  useEffect(() => {
    if (last >= posts.length - 8) onEnd();
  }, [last, posts.length, onEnd]);

  return (
    <div className="post-list" ref={box}>
      <ul aria-label={t('recent_list')} style={{ blockSize: rows.getTotalSize() }}>
        {shown.map((row) => {
          const post = posts[row.index];
          return post ? (
            <li
              key={row.key}
              ref={rows.measureElement}
              data-index={row.index}
              aria-setsize={posts.length}
              aria-posinset={row.index + 1}
              className="post-list-row"
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <PostRow post={post} accountName={names.get(post.accountId)} now={now} onOpen={onOpen} />
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}

/** The time, often enough for "2 minutes ago". */
function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
