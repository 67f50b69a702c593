import { memo, useId, useRef } from 'react';
import { captionParts } from '../../lib/posts/caption';
import { longestWritten } from '../../lib/posts/text-limits';
import { useFormats } from '../hooks/useFormats';
import { useWords } from '../hooks/useWords';

interface CaptionFieldProps {
  label: string;
  value: string;
  limit: number;
  onChange: (value: string) => void;
  /** What happens at the limit, said before it happens. */
  limitNote: string;
  placeholder: string;
  /** A single line, such as the photos' title. */
  short?: boolean;
}

/** Text counted the way TikTok counts it, its #hashtags and @mentions marked as they are typed. */
export const CaptionField = memo(function CaptionField({
  label,
  value,
  limit,
  onChange,
  limitNote,
  placeholder,
  short = false,
}: CaptionFieldProps) {
  const id = useId();
  const { t } = useWords();
  const formats = useFormats();
  const mirror = useRef<HTMLDivElement>(null);
  const over = value.length - limit;
  const near = over > -limit * 0.1;

  return (
    <div className="caption" data-short={short || undefined} data-over={over > 0 || undefined}>
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <div className="caption-box">
        <div className="caption-mirror" dir="auto" aria-hidden="true" ref={mirror}>
          {captionParts(value).map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
            <span key={at} className={`caption-${part.kind}`}>
              {part.text}
            </span>
          ))}
          {'\n'}
        </div>
        <textarea
          id={id}
          dir="auto"
          className="caption-input"
          value={value}
          rows={short ? 1 : 4}
          maxLength={longestWritten}
          placeholder={placeholder}
          spellCheck
          aria-invalid={over > 0 || undefined}
          aria-describedby={`${id}-count`}
          onChange={(event) => {
            const text = event.currentTarget.value;
            onChange(short ? text.replaceAll('\n', ' ') : text);
          }}
          onScroll={(event) => {
            if (mirror.current) mirror.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
        <p className="caption-foot" id={`${id}-count`}>
          {!short && (
            <span>{over > 0 ? t('compose_over_limit', { count: over }) : near ? limitNote : ''}</span>
          )}
          <span className="caption-count">
            {t('compose_count', { length: formats.number(value.length), limit: formats.number(limit) })}
          </span>
        </p>
      </div>
    </div>
  );
});
