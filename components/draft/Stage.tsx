import { memo, useRef, useState } from 'react';
import type { Content } from '../../lib/drafts/draft';
import { useMediaUrl } from '../hooks/useMediaUrl';
import { useWords } from '../hooks/useWords';
import { Icon } from '../ui/Icon';

interface StageProps {
  content: Content;
  onPreview: () => void;
}

/** What will be sent, small: the video plays on a press, photos show the cover and how many follow. */
export const Stage = memo(function Stage({ content, onPreview }: StageProps) {
  const { t } = useWords();
  const { kind, media, settings } = content;
  const first = kind === 'photo' ? (media[settings.coverIndex] ?? media[0]) : media[0];
  const urls = useMediaUrl(first);

  return (
    <div className="stage">
      {first ? (
        first.kind === 'video' && urls.whole ? (
          <StageVideo key={first.id} src={urls.whole} poster={urls.still} coverMs={settings.coverMs} />
        ) : urls.still ? (
          <img key={urls.still} src={urls.still} alt={first.alt ?? ''} />
        ) : (
          <span className="stage-blank">
            <Icon name={first.kind === 'video' ? 'film' : 'image'} size={28} />
          </span>
        )
      ) : (
        <span className="stage-blank">
          <Icon name="image" size={28} />
        </span>
      )}
      {media.length > 1 && (
        <span className="stage-count">{t('compose_photo_count', { count: media.length })}</span>
      )}
      {first && (
        <button type="button" className="stage-open" onClick={onPreview}>
          <Icon name="eye" size={15} />
          {t('compose_preview')}
        </button>
      )}
    </div>
  );
});

interface StageVideoProps {
  src: string;
  poster: string | undefined;
  coverMs: number | undefined;
}

function StageVideo({ src, poster, coverMs }: StageVideoProps) {
  const { t } = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const [playing, setPlaying] = useState(false);
  const toggle = () => {
    if (video.current?.paused) void video.current.play().catch(() => setPlaying(false));
    else video.current?.pause();
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: the person's own media, which has no captions of ours */}
      <video
        ref={video}
        src={coverMs === undefined ? src : `${src}#t=${coverMs / 1_000}`}
        poster={poster}
        preload="metadata"
        playsInline
        loop
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
      />
      <button
        type="button"
        className="stage-play"
        data-playing={playing || undefined}
        aria-label={t(playing ? 'compose_pause' : 'compose_play')}
        onClick={toggle}
      >
        <Icon name={playing ? 'pause' : 'play'} size={20} />
      </button>
    </>
  );
}
