import { useEffect, useRef, useState } from 'react';
import type { DraftMedia } from '../../lib/drafts/draft';
import { useFormats } from '../hooks/useFormats';
import { useMediaUrl } from '../hooks/useMediaUrl';
import { useWords } from '../hooks/useWords';

interface CoverFrameProps {
  media: DraftMedia;
  coverMs: number | undefined;
  onChoose: (ms: number) => void;
}

/** The frame people see before they press play, found by moving along the video. */
export function CoverFrame({ media, coverMs, onChoose }: CoverFrameProps) {
  const { t } = useWords();
  const formats = useFormats();
  const { whole, still } = useMediaUrl(media);
  const video = useRef<HTMLVideoElement>(null);
  const [length, setLength] = useState(media.duration ?? 0);
  const [at, setAt] = useState((coverMs ?? 0) / 1_000);

  useEffect(() => {
    if (video.current) video.current.currentTime = at;
  }, [at]);

  if (!whole) return null;
  return (
    <div className="cover-frame">
      <video
        ref={video}
        src={whole}
        poster={still}
        muted
        playsInline
        preload="auto"
        onLoadedMetadata={(event) => {
          const { duration } = event.currentTarget;
          if (Number.isFinite(duration)) setLength(duration);
          event.currentTarget.currentTime = at;
        }}
      />
      <label className="cover-frame-slide">
        <span className="field-label">{t('compose_cover_frame')}</span>
        <input
          type="range"
          min={0}
          max={length}
          // Before its length is known every place would be the beginning.
          disabled={length === 0}
          step={0.1}
          value={at}
          aria-valuetext={formats.duration(at)}
          onChange={(event) => {
            const seconds = event.currentTarget.valueAsNumber;
            setAt(seconds);
            onChoose(seconds * 1_000);
          }}
        />
        <span className="field-help">{t('compose_cover_frame_note', { at: formats.duration(at) })}</span>
      </label>
    </div>
  );
}
