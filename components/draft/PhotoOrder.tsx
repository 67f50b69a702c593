import { type DragEvent, type KeyboardEvent, memo, useRef, useState } from 'react';
import type { DraftChange } from '../../lib/drafts/change';
import type { DraftMedia } from '../../lib/drafts/draft';
import { photoLimits } from '../../lib/media/limits';
import { useMediaUrl } from '../hooks/useMediaUrl';
import { useWords } from '../hooks/useWords';
import { Icon } from '../ui/Icon';
import { useAnnounce } from '../ui/LiveRegion';
import { VisuallyHidden } from '../ui/VisuallyHidden';

interface PhotoOrderProps {
  media: readonly DraftMedia[];
  coverIndex: number;
  onChange: (change: DraftChange) => void;
}

/**
 * The photos in the order they will be shown. By pointer: drag. By keyboard: arrows move the focus,
 * Alt with an arrow moves the photo, Enter makes it the cover, Delete takes it out.
 */
export const PhotoOrder = memo(function PhotoOrder({ media, coverIndex, onChange }: PhotoOrderProps) {
  const { t } = useWords();
  const announce = useAnnounce();
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const [dragged, setDragged] = useState<string>();

  const focus = (index: number) => {
    setAt(index);
    // After the list has been drawn in its new order.
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('.order-photo')[index]?.focus());
  };

  const move = (id: string, to: number) => {
    onChange({ do: 'move', id, to });
    announce(t('compose_photo_moved', { place: to + 1, total: media.length }));
  };

  const press = (event: KeyboardEvent, one: DraftMedia, index: number) => {
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key];
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      onChange({ do: 'remove', id: one.id });
      announce(t('compose_photo_removed'));
      focus(Math.min(index, media.length - 2));
    }
    if (!step) return;
    event.preventDefault();
    const to = Math.max(0, Math.min(media.length - 1, index + step));
    if (event.altKey && to !== index) move(one.id, to);
    focus(to);
  };

  const drop = (event: DragEvent, to: number) => {
    event.preventDefault();
    if (dragged) move(dragged, to);
    setDragged(undefined);
  };

  return (
    <div className="order">
      <ul className="order-row" ref={list} aria-label={t('compose_photo_order')}>
        {media.map((one, index) => (
          <li
            key={one.id}
            data-dragged={one.id === dragged || undefined}
            onDragOver={(event) => dragged && event.preventDefault()}
            onDrop={(event) => drop(event, index)}
          >
            <button
              type="button"
              className="order-photo"
              draggable
              tabIndex={index === Math.min(at, media.length - 1) ? 0 : -1}
              aria-pressed={index === coverIndex}
              onClick={() => {
                setAt(index);
                onChange({ do: 'cover', id: one.id });
                announce(t('compose_photo_is_cover', { place: index + 1 }));
              }}
              onKeyDown={(event) => press(event, one, index)}
              onDragStart={() => setDragged(one.id)}
              onDragEnd={() => setDragged(undefined)}
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
              onClick={() => {
                onChange({ do: 'remove', id: one.id });
                announce(t('compose_photo_removed'));
              }}
            >
              <Icon name="close" size={11} />
            </button>
          </li>
        ))}
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
