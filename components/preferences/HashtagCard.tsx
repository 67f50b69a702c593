import { useState } from 'react';
import { readTags, writeTags } from '../../lib/settings/hashtags';
import { useWords } from '../hooks/useWords';
import { Button, IconButton } from '../ui/Button';
import { Card } from '../ui/Card';
import { TextField } from '../ui/Field';
import type { PreferenceProps } from './CaptionCard';

/** Hashtags that belong together, offered while composing. */
export function HashtagCard({ settings: { hashtagSets }, change }: PreferenceProps) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [typed, setTyped] = useState('');
  const tags = readTags(typed);
  const isNew = name.trim() !== '' && !hashtagSets.some((set) => set.name === name.trim());
  const add = () => {
    if (!isNew || tags.length === 0) return;
    change({ hashtagSets: [...hashtagSets, { name: name.trim().slice(0, 60), tags }] });
    setName('');
    setTyped('');
  };
  return (
    <Card title={t('options_hashtags')}>
      <p className="preference-soft">{t('options_hashtags_text')}</p>
      {hashtagSets.map((set) => (
        <div key={set.name} className="preference-row">
          <TagField
            name={set.name}
            tags={set.tags}
            onChange={(next) =>
              change({
                hashtagSets: hashtagSets.map((one) => (one.name === set.name ? { ...one, tags: next } : one)),
              })
            }
          />
          <IconButton
            icon="trash"
            label={t('options_remove_set', { name: set.name })}
            onClick={() => change({ hashtagSets: hashtagSets.filter((one) => one.name !== set.name) })}
          />
        </div>
      ))}
      <form
        className="preference-row"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label={t('options_set_name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextField
          label={t('options_set_tags')}
          placeholder="#pottery #handmade"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" icon="plus" disabled={!isNew || tags.length === 0}>
          {t('options_add_set')}
        </Button>
      </form>
    </Card>
  );
}

interface TagFieldProps {
  name: string;
  tags: readonly string[];
  onChange: (tags: string[]) => void;
}

/** Kept as it is typed until the person is done: a tag half written is no tag yet. */
function TagField({ name, tags, onChange }: TagFieldProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <TextField
      label={name}
      value={typed ?? writeTags(tags)}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (typed !== undefined) onChange(readTags(typed));
        setTyped(undefined);
      }}
    />
  );
}
