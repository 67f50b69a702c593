import { FerryMark } from '../ui/FerryMark';

interface CrossingProps {
  /** 0 at this shore, 1 at the other. */
  along: number;
  label: string;
  moving: boolean;
}

/** Progress as what Ferry does: a boat on its way across. */
export function Crossing({ along, label, moving }: CrossingProps) {
  const percent = Math.round(along * 100);
  return (
    <div
      className="crossing"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      data-moving={moving || undefined}
    >
      <div className="crossing-line">
        <div className="crossing-done" style={{ inlineSize: `${percent}%` }} />
      </div>
      <div className="crossing-boat" style={{ insetInlineStart: `${percent}%` }}>
        <FerryMark size={34} />
      </div>
    </div>
  );
}
