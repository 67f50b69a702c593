import { type RefObject, useCallback, useEffect, useState } from 'react';

interface Slice {
  from: number;
  to: number;
}

const spare = 2;

/** Which rows of equal height are in sight, with some to spare: hundreds of pictures cost as much as a dozen. */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  { rows, shown, rowHeight }: { rows: number; shown: number; rowHeight: number },
): Slice {
  const [slice, setSlice] = useState<Slice>({ from: 0, to: Math.ceil(shown) + spare });

  const measure = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    const from = Math.max(0, Math.floor(box.scrollTop / rowHeight) - spare);
    const to = Math.ceil((box.scrollTop + box.clientHeight) / rowHeight) + spare;
    setSlice((old) => (old.from === from && old.to === to ? old : { from, to }));
  }, [scroller, rowHeight]);

  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    measure();
    box.addEventListener('scroll', measure, { passive: true });
    const resized = new ResizeObserver(measure);
    resized.observe(box);
    return () => {
      box.removeEventListener('scroll', measure);
      resized.disconnect();
    };
  }, [scroller, measure]);

  return { from: Math.min(slice.from, rows), to: Math.min(slice.to, rows) };
}
