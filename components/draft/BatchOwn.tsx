import { type Ref, useState } from 'react';
import type { DraftChange } from '../../lib/drafts/change';
import type { BatchEntry, Content } from '../../lib/drafts/draft';
import { nameOf } from '../../lib/drafts/media-name';
import type { Creator } from '../../lib/tiktok/creator';
import { useMediaUrl } from '../hooks/useMediaUrl';
import { useWords } from '../hooks/useWords';
import { SlideshowOptions } from '../media/SlideshowOptions';
import { TrimScrubber } from '../media/TrimScrubber';
import { Badge } from '../ui/Badge';
import { Icon } from '../ui/Icon';
import { CoverFrame } from './CoverFrame';
import { OwnPrivacy } from './OwnPrivacy';

interface BatchOwnProps {
  entry: BatchEntry;
  content: Content;
  seconds: number | undefined;
  creator: Creator | undefined;
  onChange: (change: DraftChange) => void;
  ref: Ref<HTMLDetailsElement>;
}

/** What one of several posts may have for itself: who sees it, its cover frame, its part, its time as a film. */
export function BatchOwn({ entry, content, seconds, creator, onChange, ref }: BatchOwnProps) {
  const { t } = useWords();
  const { media, privacy, coverMs, slideshow } = entry;
  const { id } = media;
  const isDirect = content.mode === 'direct';
  const limit = creator?.maxVideoSeconds;
  const mayCut =
    media.kind === 'video' && seconds !== undefined && limit !== undefined && (seconds > limit || media.trim);
  const hasFrame = isDirect && media.kind === 'video';
  const [opened, setOpened] = useState(false);
  const { whole } = useMediaUrl(mayCut ? media : undefined);
  if (!isDirect && !mayCut && !slideshow) return null;
  const isChanged = privacy !== undefined || coverMs !== undefined || media.trim !== undefined;
  return (
    <details ref={ref} className="batch-own" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>
        <Icon name="chevron" size={14} />
        {t('compose_batch_own')}
        {isChanged && <Badge>{t('compose_batch_own_changed')}</Badge>}
      </summary>
      <div className="batch-own-body">
        {isDirect && (
          <OwnPrivacy
            creator={creator}
            settings={content.settings}
            own={privacy}
            name={nameOf(media)}
            onChoose={(chosen) => onChange({ do: 'post-privacy', id, privacy: chosen })}
          />
        )}
        {hasFrame && opened && (
          <CoverFrame
            media={media}
            coverMs={coverMs}
            onChoose={(ms) => onChange({ do: 'cover-frame', id, ms })}
          />
        )}
        {mayCut && (
          <TrimScrubber
            src={opened ? whole : undefined}
            duration={seconds}
            limit={limit}
            trim={media.trim}
            onChange={(trim) => onChange({ do: 'trim', id, trim })}
          />
        )}
        {slideshow && (
          <SlideshowOptions
            slideshow={slideshow}
            photos={1}
            onChange={(shaped) => onChange({ do: 'shape-slideshow', id, slideshow: shaped })}
            onLeave={() => onChange({ do: 'slideshow', on: false })}
          />
        )}
      </div>
    </details>
  );
}
