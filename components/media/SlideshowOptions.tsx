import type { Slideshow } from '../../lib/drafts/draft';
import { clockText } from '../../lib/media/preflight-line';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Choice';
import { Segments } from '../ui/Segments';
import './media.css';

interface SlideshowOptionsProps {
  slideshow: Slideshow;
  photos: number;
  onChange: (slideshow: Slideshow) => void;
  /** Back to photos. */
  onLeave: () => void;
}

const usualFade = 0.5;

/** How the photos become a film: how long each stays, how it fills the screen, whether they fade into each other. */
export function SlideshowOptions({ slideshow, photos, onChange, onLeave }: SlideshowOptionsProps) {
  const { t } = useWords();
  const { secondsEach, frame, fade } = slideshow;
  return (
    <fieldset className="slideshow">
      <legend className="field-label">
        {t('media_film_title', { length: clockText(secondsEach * photos) })}
      </legend>
      <label className="slideshow-seconds">
        <span>{t('media_film_seconds', { count: secondsEach })}</span>
        <input
          type="range"
          min={1}
          max={8}
          step={0.5}
          value={secondsEach}
          onChange={({ currentTarget }) =>
            onChange({ ...slideshow, secondsEach: currentTarget.valueAsNumber })
          }
        />
      </label>
      <Segments
        label={t('media_film_frame')}
        value={frame}
        onChange={(value) => onChange({ ...slideshow, frame: value })}
        options={[
          { value: 'fit', label: t('media_film_fit') },
          { value: 'fill', label: t('media_film_fill') },
        ]}
      />
      <Checkbox
        label={t('media_film_fade')}
        checked={fade > 0}
        onChange={(on) => onChange({ ...slideshow, fade: on ? usualFade : 0 })}
      />
      <Button size="small" tone="plain" onClick={onLeave}>
        {t('media_film_leave')}
      </Button>
    </fieldset>
  );
}
