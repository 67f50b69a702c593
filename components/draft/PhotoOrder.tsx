import { memo, useState } from 'react';
import type { DraftChange } from '../../lib/drafts/change';
import type { DraftMedia } from '../../lib/drafts/draft';
import { photoLimits } from '../../lib/media/limits';
import { useMediaUrl } from '../hooks/useMediaUrl';
import { useWords } from '../hooks/useWords';
import { Icon } from '../ui/Icon';
import { useAnnounce } from '../ui/LiveRegion';
import { VisuallyHidden } from '../ui/VisuallyHidden';
import { useOrdering } from './useOrdering';

interface PhotoOrderProps {
  media: readonly DraftMedia[];
  coverIndex: number;
  onChange: (change: DraftChange) => void;
}

/** The photos in the order they will be shown. A press makes one the cover, Delete takes it out. */
export const PhotoOrder = memo(function PhotoOrder({ media, coverIndex, onChange }: PhotoOrderProps) {
  const { t } = useWords();
  const announce = useAnnounce();
  const [at, setAt] = useState(0);
  const { list, focus, placeOf, gripOf } = useOrdering<HTMLUListElement>({
    count: media.length,
    grip: '.order-photo',
    along: 'line',
    moved: 'compose_photo_moved',
    onMove: (id, to) => onChange({ do: 'move', id, to }),
  });

  const remove = (id: string) => {
    onChange({ do: 'remove', id });
    announce(t('compose_photo_removed'));
  };

  return (
    <div className="order">
      <ul className="order-row" ref={list} aria-label={t('compose_photo_order')}>
        {media.map((one, index) => {
          const grip = gripOf(one.id, index);
          return (
            <li key={one.id} {...placeOf(one.id, index)}>
              <button
                type="button"
                className="order-photo"
                {...grip}
                tabIndex={index === Math.min(at, media.length - 1) ? 0 : -1}
                aria-pressed={index === coverIndex}
                onFocus={() => setAt(index)}
                onClick={() => {
                  onChange({ do: 'cover', id: one.id });
                  announce(t('compose_photo_is_cover', { place: index + 1 }));
                }}
                onKeyDown={(event) => {
                  if (event.key !== 'Delete' && event.key !== 'Backspace') return grip.onKeyDown(event);
                  event.preventDefault();
                  remove(one.id);
                  focus(Math.min(index, media.length - 2));
                }}
              >
                <OrderStill media={one} />
                <VisuallyHidden>
                  {t('compose_photo_place', { place: index + 1, total: media.length, name: one.alt ?? '' })}
                </VisuallyHidden>
                {index === coverIndex && <span className="order-cover">{t('compose_cover')}</span>}
              </button>
              <button
                type="button"
                className="order-remove"
                aria-label={t('compose_photo_remove', { place: index + 1 })}
                title={t('compose_photo_remove', { place: index + 1 })}
                tabIndex={-1}
                onClick={() => remove(one.id)}
              >
                <Icon name="close" size={11} />
              </button>
            </li>
          );
        })}
      </ul>
      <p className="order-help">{t('compose_photo_order_help')}</p>
      {media.length >= photoLimits.maxCount && (
        <p className="order-help" role="status">
          {t('compose_photo_most', { limit: photoLimits.maxCount })}
        </p>
      )}
    </div>
  );
});

function OrderStill({ media }: { media: DraftMedia }) {
  const { still } = useMediaUrl(media);
  if (!still) return <Icon name="image" size={20} />;
  return <img src={still} alt="" draggable={false} />;
}
