import type { DraftChange } from '../../lib/drafts/change';
import type { DraftMedia } from '../../lib/drafts/draft';
import { useFormats } from '../hooks/useFormats';
import { useWords } from '../hooks/useWords';
import { IconButton } from '../ui/Button';
import { Icon } from '../ui/Icon';

interface OwnFilesProps {
  media: readonly DraftMedia[];
  /** Nothing on a page to choose from: say that files may be dropped here. */
  invites: boolean;
  onChange: (change: DraftChange) => void;
}

/** The person's own files in this draft, and the place to drop more. */
export function OwnFiles({ media, invites, onChange }: OwnFilesProps) {
  const { t } = useWords();
  const formats = useFormats();
  const files = media.flatMap((one) => (one.source.from === 'stash' ? [{ ...one, source: one.source }] : []));
  if (files.length === 0) {
    return invites ? (
      <p className="drop-invite">
        <Icon name="down" size={26} />
        {t('compose_drop_invite')}
      </p>
    ) : null;
  }
  return (
    <ul className="own-files">
      {files.map(({ id, kind, source }) => (
        <li key={id}>
          <Icon name={kind === 'video' ? 'film' : 'image'} size={17} />
          <span className="own-file-name">{source.name}</span>
          <span className="own-file-size">{formats.bytes(source.size)}</span>
          <IconButton
            size="small"
            icon="close"
            label={t('compose_file_remove', { name: source.name })}
            onClick={() => onChange({ do: 'remove', id })}
          />
        </li>
      ))}
    </ul>
  );
}
