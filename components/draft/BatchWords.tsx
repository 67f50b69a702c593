import { memo } from 'react';
import type { DraftChange } from '../../lib/drafts/change';
import { longestWritten } from '../../lib/drafts/text-limits';
import { captionLimits } from '../../lib/media/limits';
import { useWords } from '../hooks/useWords';
import { TagList } from './TagList';
import { useTagging } from './useTagging';

interface BatchWordsProps {
  what: 'title' | 'description' | 'caption';
  id: string;
  /** What the picture or video is called. */
  name: string;
  value: string;
  onChange: (change: DraftChange) => void;
}

const limits = {
  title: captionLimits.photoTitle,
  description: captionLimits.photoDescription,
  caption: captionLimits.video,
} as const;

/** Drawn again only when its own words change: typing in one of a hundred costs as much as in one. */
export const BatchWords = memo(function BatchWords({ what, id, name, value, onChange }: BatchWordsProps) {
  const { t } = useWords();
  const over = value.length - limits[what];
  const isTitle = what === 'title';
  const write = (text: string) =>
    onChange({
      do: 'write-post',
      id,
      ...(isTitle ? { title: text.replaceAll('\n', ' ') } : { caption: text }),
    });
  const tagging = useTagging(value, write);
  return (
    <div className="batch-words">
      <textarea
        {...tagging.field}
        className={isTitle ? 'input batch-title' : 'input batch-caption'}
        dir="auto"
        rows={isTitle ? 1 : 2}
        value={value}
        maxLength={longestWritten}
        aria-label={t(`compose_batch_${what}`, { name })}
        aria-invalid={over > 0 || undefined}
        placeholder={t(isTitle ? 'compose_title_placeholder' : 'compose_caption_placeholder')}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <TagList tagging={tagging.list} />
      {over > 0 && (
        <p className="batch-over" role="status">
          {t('compose_over_limit', { count: over })}
        </p>
      )}
    </div>
  );
});
