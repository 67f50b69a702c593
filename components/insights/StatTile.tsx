import { useWords } from '../hooks/useWords';

/** One number, short enough to be taken in; whole on hover. */
export function StatTile({ label, value }: { label: string; value: number | undefined }) {
  const { locale } = useWords();
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const whole = new Intl.NumberFormat(locale);
  return (
    <div className="stat-tile">
      <dt>{label}</dt>
      <dd title={value === undefined ? undefined : whole.format(value)}>
        {value === undefined ? '–' : short.format(value)}
      </dd>
    </div>
  );
}
