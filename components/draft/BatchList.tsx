import { memo } from 'react';
import type { LineRemedy } from '../../lib/media/preflight-line';
import type { DraftMedia } from '../../lib/posts/draft';
import type { DraftChange } from '../../lib/posts/draft-changes';
import { nameOf } from '../../lib/posts/media-name';
import { captionLimit } from '../../lib/posts/text-limits';
import { useFormats } from '../hooks/useFormats';
import { useMediaUrl } from '../hooks/useMediaUrl';
import { useWords } from '../hooks/useWords';
import { IconButton } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { useAnnounce } from '../ui/LiveRegion';
import { Checks } from './Checks';
import type { EntryReadiness } from './useReadiness';
import './batch.css';

interface BatchListProps {
  entries: readonly EntryReadiness[];
  onChange: (change: DraftChange) => void;
  remedies: Partial<Record<LineRemedy, () => void>>;
}

const limit = captionLimit('video');

/** Several posts at once: each with words of its own, and with what stands in its way. */
export function BatchList({ entries, onChange, remedies }: BatchListProps) {
  const { t } = useWords();
  const announce = useAnnounce();
  const remove = (id: string) => {
    onChange({ do: 'remove', id });
    announce(t('compose_batch_count', { count: entries.length - 1 }));
  };
  return (
    <section className="batch" aria-labelledby="batch-count">
      <h3 id="batch-count">{t('compose_batch_count', { count: entries.length })}</h3>
      <p className="field-help">{t('compose_batch_note')}</p>
      <ol>
        {entries.map(({ content, lines, look, blocked }) => {
          const [video] = content.media;
          return video ? (
            <li key={video.id} className="batch-entry" data-blocked={blocked || undefined}>
              <EntryHead media={video} seconds={lengthOf(look) ?? video.duration} onRemove={remove} />
              <EntryCaption
                id={video.id}
                name={nameOf(video)}
                caption={content.caption}
                onChange={onChange}
              />
              {(lines.length > 0 || isLooking(look)) && (
                <Checks lines={lines} looking={isLooking(look)} remedies={remedies} />
              )}
            </li>
          ) : null;
        })}
      </ol>
    </section>
  );
}

const isLooking = (look: EntryReadiness['look']) => !look?.facts && !look?.error;
const lengthOf = (look: EntryReadiness['look']) =>
  look?.facts?.kind === 'video' ? look.facts.duration : undefined;

interface EntryHeadProps {
  media: DraftMedia;
  seconds: number | undefined;
  onRemove: (id: string) => void;
}

function EntryHead({ media, seconds, onRemove }: EntryHeadProps) {
  const { t } = useWords();
  const formats = useFormats();
  const { still, whole } = useMediaUrl(media);
  const name = nameOf(media);
  return (
    <div className="batch-head">
      <span className="batch-still">
        {still ? (
          <img src={still} alt="" />
        ) : whole ? (
          <video src={whole} preload="metadata" muted playsInline tabIndex={-1} aria-hidden="true" />
        ) : (
          <Icon name="film" size={17} />
        )}
      </span>
      <span className="batch-name">{name}</span>
      {seconds !== undefined && <span className="batch-length">{formats.duration(seconds)}</span>}
      <IconButton
        size="small"
        icon="close"
        label={t('compose_file_remove', { name })}
        onClick={() => onRemove(media.id)}
      />
    </div>
  );
}

interface EntryCaptionProps {
  id: string;
  name: string;
  caption: string;
  onChange: (change: DraftChange) => void;
}

/** Drawn again only when its own words change: typing in one of a hundred costs as much as in one. */
const EntryCaption = memo(function EntryCaption({ id, name, caption, onChange }: EntryCaptionProps) {
  const { t } = useWords();
  const over = caption.length - limit;
  return (
    <>
      <textarea
        className="input batch-caption"
        rows={2}
        value={caption}
        aria-label={t('compose_batch_caption', { name })}
        aria-invalid={over > 0 || undefined}
        placeholder={t('compose_caption_placeholder')}
        onChange={(event) => onChange({ do: 'write-post', id, caption: event.currentTarget.value })}
      />
      {over > 0 && (
        <p className="batch-over" role="status">
          {t('compose_over_limit', { count: over })}
        </p>
      )}
    </>
  );
});
