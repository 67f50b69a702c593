import { type CSSProperties, useLayoutEffect, useState } from 'react';
import { useWords } from '../hooks/useWords';
import type { Tagging } from './useTagging';
import './tags.css';

interface TagListProps {
  tagging: Tagging;
  /** Where the tag stands that is being written; without it, the list hangs below the field. */
  placeOf?: ((index: number) => { x: number; y: number } | undefined) | undefined;
}

/** What may be meant, right where it is written. */
export function TagList({ tagging, placeOf }: TagListProps) {
  const { t } = useWords();
  const { begun, offered, active, listId, choose } = tagging;
  const [place, setPlace] = useState<{ x: number; y: number }>();
  const from = begun?.from;
  useLayoutEffect(() => {
    setPlace(from === undefined ? undefined : placeOf?.(from));
  }, [from, placeOf]);

  if (!begun || offered.length === 0) return null;
  const style = place && ({ '--tag-x': `${place.x}px`, '--tag-y': `${place.y}px` } as CSSProperties);
  return (
    <div
      className="tags"
      id={listId}
      role="listbox"
      aria-label={t(begun.mark === '#' ? 'compose_tags_hashtags' : 'compose_tags_mentions')}
      data-placed={place ? true : undefined}
      style={style}
    >
      {offered.map((tag, at) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text; the field names the active one
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the field
        <div
          key={tag}
          id={`${listId}-${at}`}
          className="tag"
          role="option"
          aria-selected={at === active}
          // A press must not take the focus, which would close the list before it is heard.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => choose(tag)}
        >
          <bdi>{`${begun.mark}${tag}`}</bdi>
        </div>
      ))}
    </div>
  );
}
