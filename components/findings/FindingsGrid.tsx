import { type KeyboardEvent, memo, useCallback, useEffect, useRef, useState } from 'react';
import type { Finding } from '../../lib/finder/finding';
import { ClosedPictures } from './ClosedPictures';
import { FindingTile } from './FindingTile';
import { gridStep } from './grid-step';
import { useWindow } from './useWindow';
import './findings.css';

interface FindingsGridProps {
  label: string;
  findings: readonly Finding[];
  /** Ids of what is chosen, in order. */
  chosen: readonly string[];
  onToggle: (finding: Finding) => void;
  columns: number;
  /** How many rows are in sight at once. */
  rows: number;
}

const gap = 6;

/** Everything on the page, as many as there are. One stop for Tab; arrows, Home and End move inside. */
export const FindingsGrid = memo(function FindingsGrid({
  label,
  findings,
  chosen,
  onToggle,
  columns,
  rows: shownRows,
}: FindingsGridProps) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [at, setAt] = useState(0);
  const rows = Math.ceil(findings.length / columns);
  const side = width > 0 ? (width - gap * (columns - 1)) / columns : 88;
  const { from, to } = useWindow(box, { rows, shown: shownRows, rowHeight: side + gap });
  const moved = useRef(false);
  const [closed, setClosed] = useState<readonly string[]>([]);
  const [opened, setOpened] = useState(0);
  const onClosed = useCallback(
    (origin: string) => setClosed((old) => (old.includes(origin) ? old : [...old, origin])),
    [],
  );

  useEffect(() => {
    const measured = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    if (box.current) measured.observe(box.current);
    return () => measured.disconnect();
  }, []);

  // What the bench measures: from here on a person can choose.
  useEffect(() => void performance.mark('grid'), []);

  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    box.current?.querySelector<HTMLElement>(`[data-index="${at}"]`)?.focus({ preventScroll: false });
  });

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const next = gridStep(event.key, { at, count: findings.length, columns, rtl });
    if (next === undefined) return;
    event.preventDefault();
    moved.current = true;
    setAt(next);
    const top = Math.floor(next / columns) * (side + gap);
    const scroller = box.current;
    if (!scroller) return;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + side > scroller.scrollTop + scroller.clientHeight)
      scroller.scrollTop = top + side - scroller.clientHeight;
  };

  const shown = findings.slice(from * columns, to * columns);
  // The one Tab reaches must be there even when it is scrolled out of sight.
  const reachable = at >= from * columns && at < to * columns ? at : from * columns;

  return (
    <>
      <div
        ref={box}
        className="grid"
        data-strip={shownRows === 1 || undefined}
        role="listbox"
        aria-label={label}
        aria-multiselectable="true"
        tabIndex={-1}
        style={{ maxBlockSize: shownRows * (side + gap) - gap }}
        onKeyDown={move}
        onFocus={(event) => {
          const index = Number(event.target.dataset.index);
          if (!Number.isNaN(index)) setAt(index);
        }}
      >
        <div
          className="grid-rows"
          role="presentation"
          style={{
            blockSize: rows * (side + gap) - gap,
            paddingBlockStart: from * (side + gap),
            gridTemplateColumns: `repeat(${columns}, 1fr)`,
            gridAutoRows: side,
          }}
        >
          {shown.map((finding, offset) => {
            const index = from * columns + offset;
            const place = chosen.indexOf(finding.id);
            return (
              <FindingTile
                key={`${finding.id} ${opened}`}
                finding={finding}
                index={index}
                place={place < 0 ? undefined : place + 1}
                reachable={index === reachable}
                onToggle={onToggle}
                onClosed={onClosed}
              />
            );
          })}
        </div>
      </div>
      {closed.length > 0 && (
        <ClosedPictures
          origins={closed}
          onOpened={() => {
            setClosed([]);
            setOpened((old) => old + 1);
          }}
        />
      )}
    </>
  );
});
