import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useWords } from '../hooks/useWords';
import { useAnnounce } from '../ui/LiveRegion';

interface Ordering {
  count: number;
  /** What is taken hold of, in each of the list. */
  grip: string;
  /** Whether they stand beside or below each other. */
  along: 'line' | 'page';
  /** How it is told where one went. */
  moved: 'compose_photo_moved' | 'compose_batch_moved';
  onMove: (id: string, to: number) => void;
}

const steps = {
  line: { ArrowRight: 1, ArrowLeft: -1 },
  page: { ArrowDown: 1, ArrowUp: -1 },
};

/** A list whose order is the person's. By pointer: drag. By keyboard: arrows move the focus, with Alt what has it. */
export function useOrdering<L extends HTMLElement>({ count, grip, along, moved, onMove }: Ordering) {
  const { t } = useWords();
  const announce = useAnnounce();
  const list = useRef<L>(null);
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<string>();

  /** After the list has been drawn in its new order. */
  const focus = (index: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>(grip)[index]?.focus());

  const move = (id: string, to: number) => {
    onMove(id, to);
    announce(t(moved, { place: to + 1, total: count }));
  };
  const letGo = () => {
    setDragged(undefined);
    setOver(undefined);
  };

  return {
    list,
    focus,
    /** For each of the list: where another may be dropped. */
    placeOf: (id: string, index: number) => ({
      'data-dragged': id === dragged || undefined,
      'data-over': (id === over && id !== dragged) || undefined,
      onDragOver: (event: DragEvent) => {
        if (!dragged) return;
        event.preventDefault();
        setOver(id);
      },
      onDrop: (event: DragEvent) => {
        if (!dragged) return;
        event.preventDefault();
        if (dragged !== id) move(dragged, index);
        letGo();
      },
    }),
    /** For what is taken hold of. */
    gripOf: (id: string, index: number) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = 'move';
        const whole = event.currentTarget.closest('li');
        if (whole) event.dataTransfer.setDragImage(whole, 12, 12);
        setDragged(id);
      },
      onDragEnd: letGo,
      onKeyDown: (event: KeyboardEvent) => {
        const forward: Partial<Record<string, number>> = steps[along];
        const flips = along === 'line' && getComputedStyle(event.currentTarget).direction === 'rtl';
        const step = (forward[event.key] ?? 0) * (flips ? -1 : 1);
        if (!step) return;
        event.preventDefault();
        const to = Math.max(0, Math.min(count - 1, index + step));
        if (event.altKey && to !== index) move(id, to);
        focus(to);
      },
    }),
  };
}
