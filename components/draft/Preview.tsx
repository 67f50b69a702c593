import { useState } from 'react';
import { captionParts } from '../../lib/drafts/caption';
import type { Content, DraftMedia } from '../../lib/drafts/draft';
import { useMediaUrl } from '../hooks/useMediaUrl';
import { useWords } from '../hooks/useWords';
import { IconButton } from '../ui/Button';
import { Dialog } from '../ui/Dialog';

interface PreviewProps {
  content: Content;
  onClose: () => void;
}

/** Exactly what will be sent: the playable video, or the photos in their order, with the words. */
export default function Preview({ content, onClose }: PreviewProps) {
  const { t } = useWords();
  const { kind, media, title, caption } = content;
  const [at, setAt] = useState(0);
  const shown = media[Math.min(at, media.length - 1)];
  const urls = useMediaUrl(shown);
  const step = (by: number) => setAt((old) => (old + by + media.length) % media.length);

  return (
    <Dialog title={t('compose_preview_title')} onClose={onClose}>
      <div className="preview">
        {shown?.kind === 'video' && urls.whole ? (
          // biome-ignore lint/a11y/useMediaCaption: the person's own media, which has no captions of ours
          <video src={urls.whole + partOf(shown)} poster={urls.still} controls playsInline />
        ) : urls.whole || urls.still ? (
          <img src={urls.whole ?? urls.still} alt={shown?.alt ?? ''} />
        ) : (
          <p className="preview-blank">{t('compose_preview_none')}</p>
        )}
        {media.length > 1 && (
          <div className="preview-steps">
            <IconButton icon="back" directional label={t('compose_preview_back')} onClick={() => step(-1)} />
            <span aria-live="polite">
              {t('compose_preview_place', { place: at + 1, total: media.length })}
            </span>
            <IconButton
              icon="back"
              directional
              className="turned"
              label={t('compose_preview_next')}
              onClick={() => step(1)}
            />
          </div>
        )}
      </div>
      {kind === 'photo' && title && (
        <p className="preview-title" dir="auto">
          {title}
        </p>
      )}
      <p className="preview-caption" dir="auto">
        {captionParts(caption).map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
          <span key={index} className={`caption-${part.kind}`}>
            {part.text}
          </span>
        ))}
      </p>
      <p className="field-help">{t('compose_preview_note')}</p>
    </Dialog>
  );
}

/** Of a cut video only what is left of it is played. */
const partOf = ({ trim }: DraftMedia) => (trim ? `#t=${trim.start},${trim.end}` : '');
