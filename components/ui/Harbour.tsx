import './harbour.css';

const wave = 'c6 0 6-4 12-4s6 4 12 4 6-4 12-4 6 4 12 4 6-4 12-4 6 4 12 4 6-4 12-4 6 4 12 4 6-4 12-4 6 4 12 4';

/** The small scenes of the empty screens: the same ferry, on open water, at its quay, or in fog. */
export function Harbour({ scene }: { scene: 'at-sea' | 'moored' | 'fog' }) {
  return (
    <svg
      className="harbour"
      data-scene={scene}
      viewBox="0 0 160 84"
      width="160"
      height="84"
      aria-hidden="true"
    >
      <circle className="harbour-sun" cx="116" cy="26" r="10" />
      <g className="harbour-ship">
        <path className="mark-funnel" d="M83 25h8v9h-8z" />
        <path className="mark-hull" d="M62 34h32a3 3 0 0 1 3 3v9H59v-9a3 3 0 0 1 3-3Z" />
        <path className="harbour-window" d="M64 38h5v4h-5zM73 38h5v4h-5zM82 38h5v4h-5z" />
        <path className="mark-hull" d="M46 48h66l-6 12a5 5 0 0 1-4.5 3H56.5a5 5 0 0 1-4.5-3Z" />
      </g>
      {scene === 'moored' && <path className="harbour-quay" d="M124 52h36v32h-36zM128 46h5v6h-5z" />}
      {scene === 'fog' && <path className="harbour-fog" d="M22 30h44M34 38h78M58 22h60M88 46h48" />}
      <path className="harbour-water" d={`M14 66${wave}`} />
      <path className="harbour-water harbour-water-far" d={`M26 76${wave}`} />
    </svg>
  );
}
