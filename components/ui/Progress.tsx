export function Spinner({ size = 18 }: { size?: number }) {
  return (
    <svg className="spinner" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <circle className="spinner-track" cx="10" cy="10" r="7.5" />
      <path className="spinner-arc" d="M10 2.5a7.5 7.5 0 0 1 7.5 7.5" />
    </svg>
  );
}

interface ProgressProps {
  label: string;
  /** 0…1; absent while nobody can say how much is left. */
  value?: number | undefined;
}

export function Progress({ label, value }: ProgressProps) {
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={value === undefined ? undefined : Math.round(value * 100)}
      data-unsure={value === undefined || undefined}
    >
      <div
        className="progress-fill"
        style={value === undefined ? undefined : { inlineSize: `${value * 100}%` }}
      />
    </div>
  );
}
