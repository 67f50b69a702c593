import { type HTMLAttributes, useRef } from 'react';
import type { DraftChange } from '../../lib/drafts/change';
import type { Content, DraftMedia, BatchEntry as Entry } from '../../lib/drafts/draft';
import { nameOf } from '../../lib/drafts/media-name';
import type { LineRemedy } from '../../lib/media/preflight-line';
import type { Creator } from '../../lib/tiktok/creator';
import { useFormats } from '../hooks/useFormats';
import { useMediaUrl } from '../hooks/useMediaUrl';
import { useWords } from '../hooks/useWords';
import { IconButton } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { BatchOwn } from './BatchOwn';
import { BatchWords } from './BatchWords';
import { Checks } from './Checks';
import type { EntryReadiness } from './useReadiness';

interface BatchEntryProps {
  entry: Entry;
  /** Its place, from 0. */
  at: number;
  /** How it is moved among the others: what may be dropped on it, and what it is taken by. */
  place: HTMLAttributes<HTMLLIElement>;
  grip: HTMLAttributes<HTMLButtonElement>;
  readiness: EntryReadiness;
  creator: Creator | undefined;
  onChange: (change: DraftChange) => void;
  onRemove: (id: string, at: number) => void;
  onPreview: (content: Content) => void;
  remedies: Partial<Record<LineRemedy, () => void>>;
}

/** One of several posts: its picture, its words, what it has of its own, what it needs. */
export function BatchEntry(props: BatchEntryProps) {
  const { entry, at, place, grip, readiness, creator, onChange, onRemove, onPreview, remedies } = props;
  const { content, lines, look, blocked } = readiness;
  const { media } = entry;
  const own = useRef<HTMLDetailsElement>(null);
  const name = nameOf(media);
  const seconds = (look?.facts?.kind === 'video' ? look.facts.duration : undefined) ?? media.duration;
  const isLooking = !look?.facts && !look?.error;
  const cut = () => {
    if (own.current) own.current.open = true;
    own.current?.querySelector<HTMLElement>('.trim-slider')?.focus();
  };
  return (
    <li className="batch-entry" {...place} data-blocked={blocked || undefined}>
      <EntryHead
        media={media}
        name={name}
        seconds={seconds}
        grip={grip}
        onPreview={() => onPreview(content)}
        onRemove={() => onRemove(media.id, at)}
      />
      {content.kind === 'photo' && (
        <BatchWords what="title" id={media.id} name={name} value={content.title} onChange={onChange} />
      )}
      <BatchWords
        what={content.kind === 'photo' ? 'description' : 'caption'}
        id={media.id}
        name={name}
        value={content.caption}
        onChange={onChange}
      />
      <BatchOwn
        ref={own}
        entry={entry}
        content={content}
        seconds={seconds}
        creator={creator}
        onChange={onChange}
      />
      {(lines.length > 0 || isLooking) && (
        <Checks lines={lines} looking={isLooking} remedies={{ ...remedies, trim: cut }} />
      )}
    </li>
  );
}

interface EntryHeadProps {
  media: DraftMedia;
  name: string;
  seconds: number | undefined;
  grip: HTMLAttributes<HTMLButtonElement>;
  onPreview: () => void;
  onRemove: () => void;
}

function EntryHead({ media, name, seconds, grip, onPreview, onRemove }: EntryHeadProps) {
  const { t } = useWords();
  const formats = useFormats();
  const { still, whole } = useMediaUrl(media);
  const label = t('compose_batch_preview', { name });
  return (
    <div className="batch-head">
      <IconButton
        size="small"
        icon="grip"
        className="batch-grip"
        label={t('compose_batch_move', { name })}
        {...grip}
      />
      <button type="button" className="batch-still" aria-label={label} title={label} onClick={onPreview}>
        {still ? (
          <img src={still} alt="" />
        ) : whole ? (
          <video src={whole} preload="metadata" muted playsInline tabIndex={-1} aria-hidden="true" />
        ) : (
          <Icon name={media.kind === 'video' ? 'film' : 'image'} size={17} />
        )}
      </button>
      <span className="batch-name">{name}</span>
      {media.kind === 'video' && seconds !== undefined && (
        <span className="batch-length">{formats.duration(seconds)}</span>
      )}
      <IconButton
        size="small"
        icon="close"
        className="batch-remove"
        label={t('compose_file_remove', { name })}
        onClick={onRemove}
      />
    </div>
  );
}
