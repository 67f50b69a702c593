import { useRef } from 'react';
import type { DraftChange } from '../../lib/drafts/change';
import type { DraftMedia, Original } from '../../lib/drafts/draft';
import type { Surface } from '../draft/Composer';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { ErrorCard } from '../ui/ErrorCard';
import { Icon } from '../ui/Icon';
import { ChooseFile } from './ChooseFile';
import { FileLine } from './FileLine';
import { OriginalsFolder } from './OriginalsFolder';
import { useOriginals } from './useOriginals';
import './originals.css';

interface OwnOriginalProps {
  original: Original;
  media: readonly DraftMedia[];
  change: (change: DraftChange) => void;
  surface: Surface;
  onFiles: (files: readonly File[]) => void;
  /** A popup closes when a picker opens: there, the draft goes on in a tab. */
  onElsewhere: () => void;
}

const sentences = {
  'policy-refused': 'find_original_policy',
  'embed-only': 'find_original_embed',
  'no-address': 'find_original_address',
} as const;

/** In place of a video that cannot be taken: the person's own file of it, by picker or out of their folder. */
export default function OwnOriginal({ surface, onFiles, onElsewhere, ...wanted }: OwnOriginalProps) {
  const { t } = useWords();
  const { original, media, change } = wanted;
  const card = useRef<HTMLElement>(null);
  const originals = useOriginals(wanted);
  const { folder, taking, error } = originals;
  const [first] = media;
  const own = first?.kind === 'video' && first.source.from === 'stash' ? first.source : undefined;
  const known = folder.is === 'found' ? folder : undefined;
  const fromFolder = known?.matches.some(({ file }) => file.name === own?.name && file.size === own.size);

  // What was pressed goes away with the press: the keyboard stays with the card.
  const staying = (act: () => void) => {
    act();
    card.current?.focus({ preventScroll: true });
  };

  return (
    <section ref={card} className="original" tabIndex={-1} aria-label={t('find_original')}>
      {own || taking ? (
        <>
          <FileLine
            name={own?.name ?? taking?.file.name ?? ''}
            size={own?.size ?? taking?.file.size ?? 0}
            duration={own ? first?.duration : taking?.file.duration}
            from={known && (fromFolder || taking) ? known.name : undefined}
            busy={taking !== undefined}
          />
          {own && (
            <Button
              tone="plain"
              size="small"
              className="original-other"
              onClick={() => staying(() => change({ do: 'refuse-original' }))}
            >
              {t('find_original_other')}
            </Button>
          )}
        </>
      ) : (
        <>
          <h3>{t('find_original')}</h3>
          <p className="original-why">{t(sentences[original.why])}</p>
          <div className="original-ways">
            <ChooseFile surface={surface} onFiles={onFiles} onElsewhere={onElsewhere} />
            {original.videoId && (
              <a
                className="original-studio"
                href={studioOf(original.videoId)}
                target="_blank"
                rel="noreferrer"
              >
                {t('find_original_studio')}
                <Icon name="external" size={14} directional />
              </a>
            )}
          </div>
          <OriginalsFolder
            folder={folder}
            surface={surface}
            onChoose={originals.choose}
            onAllow={originals.allow}
            onTake={(match) => staying(() => originals.take(match))}
            onElsewhere={onElsewhere}
          />
        </>
      )}
      {error && <ErrorCard error={error} tone="warn" />}
    </section>
  );
}

/** Where YouTube itself hands a creator their video. */
const studioOf = (videoId: string) => `https://studio.youtube.com/video/${encodeURIComponent(videoId)}/edit`;
