import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Post } from '../../lib/posts/post';
import { useWords } from '../hooks/useWords';
import { PostRow } from './PostRow';
import { RowAction } from './RowAction';
import type { Outcomes } from './useRemedy';

interface PostListProps extends Outcomes {
  posts: readonly Post[];
  names: ReadonlyMap<string, string>;
  onOpen: (id: string) => void;
  /** Near the end: time for the next page. */
  onEnd: () => void;
}

/** Thousands of posts cost as much as the dozen in sight. */
export function PostList({ posts, names, onOpen, onEnd, ...outcomes }: PostListProps) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
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
              <PostRow post={post} accountName={names.get(post.accountId)} onOpen={onOpen} />
              <RowAction post={post} {...outcomes} />
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}
