export function Spinner({ size = 18 }: { size?: number }) {
  return (
    <svg className="spinner" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <circle className="spinner-track" cx="10" cy="10" r="7.5" />
      <path className="spinner-arc" d="M10 2.5a7.5 7.5 0 0 1 7.5 7.5" />
    </svg>
  );
}
