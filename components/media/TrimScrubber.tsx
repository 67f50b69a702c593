import { type CSSProperties, useRef } from 'react';
import { clockText } from '../../lib/media/preflight-line';
import type { Trim } from '../../lib/media/video/video-plan';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import './media.css';
import { asCut, firstPart, movedEnd, stepOf } from './trim-range';

interface TrimScrubberProps {
  /** An address under which this page can play it; the scrubber works without. */
  src: string | undefined;
  /** Seconds. */
  duration: number;
  /** What the account may post. */
  limit: number;
  trim: Trim | undefined;
  onChange: (trim: Trim | undefined) => void;
}

/** Beginning and end of what is posted: two sliders over one line, and the image that stands there. */
export function TrimScrubber({ src, duration, limit, trim, onChange }: TrimScrubberProps) {
  const { t } = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const part = trim ?? { start: 0, end: duration };
  const length = part.end - part.start;
  const isLong = length > limit;

  const show = (at: number) => {
    if (video.current) video.current.currentTime = at;
  };
  const move = (which: 'start' | 'end', to: number) => {
    const next = movedEnd(part, which, to, duration);
    show(which === 'start' ? next.start : next.end);
    onChange(asCut(next, duration));
  };
  const slider = (which: 'start' | 'end') => (
    <input
      type="range"
      className="trim-slider"
      aria-label={t(which === 'start' ? 'media_trim_start' : 'media_trim_end')}
      aria-valuetext={clockText(part[which])}
      min={0}
      max={duration}
      step={stepOf(duration)}
      value={part[which]}
      onChange={({ currentTarget }) => move(which, currentTarget.valueAsNumber)}
    />
  );
  const places = {
    '--trim-start': `${(part.start / duration) * 100}%`,
    '--trim-end': `${(part.end / duration) * 100}%`,
  } as CSSProperties;

  return (
    <fieldset className="trim">
      <legend className="field-label">{t('media_trim_title')}</legend>
      {src && (
        <video
          ref={video}
          className="trim-image"
          src={src}
          muted
          playsInline
          preload="auto"
          onLoadedMetadata={() => show(part.start)}
        />
      )}
      <div className="trim-line" style={places} data-long={isLong || undefined}>
        {slider('start')}
        {slider('end')}
      </div>
      <div className="trim-times">
        <span>{clockText(part.start)}</span>
        <output className="trim-length" data-long={isLong || undefined}>
          {t('media_trim_length', { length: clockText(length), limit: clockText(limit) })}
        </output>
        <span>{clockText(part.end)}</span>
      </div>
      <div className="trim-actions">
        {duration > limit && (
          <Button
            size="small"
            tone={isLong ? 'primary' : 'secondary'}
            onClick={() => onChange(asCut(firstPart(duration, limit), duration))}
          >
            {t('media_trim_first', { length: clockText(limit) })}
          </Button>
        )}
        {trim && (
          <Button size="small" tone="plain" onClick={() => onChange(undefined)}>
            {t('media_trim_whole')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
