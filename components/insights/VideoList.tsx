import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { CarriedVideo } from '../../lib/data/shapes';
import type { Video } from '../../lib/tiktok/videos';
import { useWords } from '../hooks/useWords';
import { VideoRow } from './VideoRow';

interface VideoListProps {
  videos: readonly Video[];
  /** The post that a video came from, by the video's id. */
  byFerry: ReadonlyMap<string, CarriedVideo>;
  username: string | undefined;
  onCoverBroken: (id: string) => void;
  /** The last row is in sight, and there is more. */
  onEnd?: (() => void) | undefined;
}

const rowHeight = 92;

/** Only the rows in sight are in the page: five thousand videos are as light as fifty. */
export function VideoList({ videos, byFerry, username, onCoverBroken, onEnd }: VideoListProps) {
  const { t } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: videos.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 3,
    getItemKey: (at) => videos[at]?.id ?? at,
  });
  const inSight = rows.getVirtualItems();
  const last = inSight.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= videos.length - 1) onEnd?.();
  }, [last, videos.length, onEnd]);

  return (
    // Scrolls by itself, so it must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls
    <section className="video-list" ref={scroller} tabIndex={0} aria-label={t('options_videos')}>
      <ul style={{ blockSize: rows.getTotalSize() }}>
        {inSight.map(({ key, index, start }) => {
          const video = videos[index];
          return (
            video && (
              <li
                key={key}
                ref={rows.measureElement}
                data-index={index}
                style={{ transform: `translateY(${start}px)` }}
                aria-posinset={index + 1}
                aria-setsize={videos.length}
              >
                <VideoRow
                  video={video}
                  carried={byFerry.get(video.id)}
                  username={username}
                  onCoverBroken={onCoverBroken}
                />
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
