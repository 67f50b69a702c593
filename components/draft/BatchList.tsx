import { useCallback, useEffect } from 'react';
import { mostPosts } from '../../lib/drafts/batch';
import type { DraftChange } from '../../lib/drafts/change';
import type { Content, BatchEntry as Entry } from '../../lib/drafts/draft';
import type { LineRemedy } from '../../lib/media/preflight-line';
import type { Creator } from '../../lib/tiktok/creator';
import { useWords } from '../hooks/useWords';
import { useAnnounce } from '../ui/LiveRegion';
import { BatchEntry } from './BatchEntry';
import { useOrdering } from './useOrdering';
import type { EntryReadiness } from './useReadiness';
import './batch.css';

interface BatchListProps {
  /** What each is, and what is its own; in the same order as `readiness`. */
  entries: readonly Entry[];
  readiness: readonly EntryReadiness[];
  creator: Creator | undefined;
  onChange: (change: DraftChange) => void;
  onPreview: (content: Content) => void;
  remedies: Partial<Record<LineRemedy, () => void>>;
}

/** Several posts at once: each with words of its own, and with what stands in its way. */
export function BatchList({ entries, readiness, creator, onChange, onPreview, remedies }: BatchListProps) {
  const { t } = useWords();
  const announce = useAnnounce();
  const count = readiness.length;
  const { list, placeOf, gripOf } = useOrdering<HTMLOListElement>({
    count,
    grip: '.batch-grip',
    along: 'page',
    moved: 'compose_batch_moved',
    onMove: (id, to) => onChange({ do: 'move', id, to }),
  });
  useEffect(() => announce(t('compose_batch_count', { count })), [announce, t, count]);

  const remove = useCallback(
    (id: string, at: number) => {
      onChange({ do: 'remove', id });
      // The next one is in its place once the list is drawn anew.
      requestAnimationFrame(() => {
        const rest = [...(list.current?.querySelectorAll<HTMLElement>('.batch-remove') ?? [])];
        (rest[at] ?? rest.at(-1))?.focus();
      });
    },
    [onChange, list],
  );

  return (
    <section className="batch" aria-labelledby="batch-count">
      <h3 id="batch-count">{t('compose_batch_count', { count })}</h3>
      <p className="field-help">{t('compose_batch_note')}</p>
      {count >= mostPosts && <p className="field-help">{t('compose_batch_most', { count })}</p>}
      <ol ref={list}>
        {readiness.map((one, at) => {
          const entry = entries[at];
          return entry ? (
            <BatchEntry
              key={entry.media.id}
              entry={entry}
              at={at}
              place={placeOf(entry.media.id, at)}
              grip={gripOf(entry.media.id, at)}
              readiness={one}
              creator={creator}
              onChange={onChange}
              onRemove={remove}
              onPreview={onPreview}
              remedies={remedies}
            />
          ) : null;
        })}
      </ol>
    </section>
  );
}
