import { memo } from 'react';
import type { DraftChange } from '../../lib/drafts/change';
import type { Content } from '../../lib/drafts/draft';
import { useMediaUrl } from '../hooks/useMediaUrl';
import { SlideshowOptions } from '../media/SlideshowOptions';
import { TrimScrubber } from '../media/TrimScrubber';

interface ShapeProps {
  content: Content;
  /** Seconds, once the file was looked at. */
  duration: number | undefined;
  /** What this creator may post. */
  limit: number | undefined;
  onChange: (change: DraftChange) => void;
}

/** Which part of a video, or what film of photos: only where there is something to decide. */
export const Shape = memo(function Shape({ content, duration, limit, onChange }: ShapeProps) {
  const { media, slideshow } = content;
  const [first] = media;
  const { whole } = useMediaUrl(first);
  if (slideshow) {
    return (
      <SlideshowOptions
        slideshow={slideshow}
        photos={media.length}
        onChange={(shaped) => onChange({ do: 'shape-slideshow', slideshow: shaped })}
        onLeave={() => onChange({ do: 'slideshow', on: false })}
      />
    );
  }
  if (first?.kind !== 'video') return null;
  const length = duration ?? first.duration;
  if (length === undefined || limit === undefined || (length <= limit && !first.trim)) return null;
  return (
    <TrimScrubber
      src={whole}
      duration={length}
      limit={limit}
      trim={first.trim}
      onChange={(trim) => onChange({ do: 'trim', trim })}
    />
  );
});
