/** Our own mark: a ferry on its waterline. */
export function FerryMark({ size = 24 }: { size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path className="mark-funnel" d="M13 3.4h3.2v3.2H13z" />
      <path className="mark-hull" d="M7 6.6h9.8a1.2 1.2 0 0 1 1.2 1.2v3.4H6V7.6a1 1 0 0 1 1-1Z" />
      <path className="mark-hull" d="M2.4 12.2h19.2l-2 4.3a2 2 0 0 1-1.8 1.1H6.2a2 2 0 0 1-1.8-1.1Z" />
      <path
        className="mark-water"
        d="M2 20.8c1.7 0 1.7-1 3.3-1s1.7 1 3.4 1 1.7-1 3.3-1 1.7 1 3.3 1 1.7-1 3.4-1 1.6 1 3.3 1"
      />
    </svg>
  );
}
