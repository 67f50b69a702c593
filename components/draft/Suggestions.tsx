import { memo } from 'react';
import { suggestHashtags, withHashtag } from '../../lib/drafts/caption';
import { useWords } from '../hooks/useWords';

interface SuggestionsProps {
  caption: string;
  /** Best source first: the page, then what they used before. */
  sources: readonly (readonly string[])[];
  sets: readonly { name: string; tags: readonly string[] }[];
  onChange: (caption: string) => void;
}

const shownAtOnce = 8;

export const Suggestions = memo(function Suggestions({ caption, sources, sets, onChange }: SuggestionsProps) {
  const { t } = useWords();
  const tags = suggestHashtags(caption, ...sources).slice(0, shownAtOnce);
  const usable = sets.filter(({ tags: own }) => suggestHashtags(caption, own).length > 0);
  if (tags.length === 0 && usable.length === 0) return null;
  return (
    <ul className="suggestions" aria-label={t('compose_suggestions')}>
      {usable.map((set) => (
        <li key={`set ${set.name}`}>
          <button
            type="button"
            className="chip"
            data-set
            onClick={() => onChange(set.tags.reduce(withHashtag, caption))}
          >
            {set.name}
          </button>
        </li>
      ))}
      {tags.map((tag) => (
        <li key={tag}>
          <button type="button" className="chip" onClick={() => onChange(withHashtag(caption, tag))}>
            <bdi>#{tag}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
});
