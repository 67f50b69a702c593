import './progress.css';

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
