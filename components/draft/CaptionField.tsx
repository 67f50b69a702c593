import { memo, useCallback, useId, useRef } from 'react';
import { captionParts } from '../../lib/drafts/caption';
import { longestWritten } from '../../lib/drafts/text-limits';
import { useFormats } from '../hooks/useFormats';
import { useWords } from '../hooks/useWords';
import { TagList } from './TagList';
import { useTagging } from './useTagging';

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
  const tagging = useTagging(value, onChange);
  const placeOf = useCallback((index: number) => placeInMirror(mirror.current, index), []);

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
          {...tagging.field}
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
      <TagList tagging={tagging.list} placeOf={placeOf} />
    </div>
  );
});

/** Where a character stands, below its line, as seen from the field: read off the text behind it. */
function placeInMirror(mirror: HTMLElement | null, index: number): { x: number; y: number } | undefined {
  const around = mirror?.closest('.caption')?.getBoundingClientRect();
  if (!mirror || !around) return undefined;
  const walker = document.createTreeWalker(mirror, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (index < before + length) {
      const range = document.createRange();
      range.setStart(node, index - before);
      range.setEnd(node, index - before + 1);
      const { left, bottom } = range.getBoundingClientRect();
      // Kept inside the field, however far to the side it is begun.
      return { x: Math.max(0, Math.min(left - around.left, around.width - 150)), y: bottom - around.top + 4 };
    }
    before += length;
  }
  return undefined;
}
