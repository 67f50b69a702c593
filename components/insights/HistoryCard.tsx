import { useCallback, useMemo, useRef, useState } from 'react';
import { dayNumber, localDay } from '../../lib/insights/day';
import { changeOver, seriesOf } from '../../lib/insights/series';
import type { Snapshot } from '../../lib/insights/snapshot';
import { thin } from '../../lib/insights/thin';
import { useWords } from '../hooks/useWords';
import { Card } from '../ui/Card';
import { Segments } from '../ui/Segments';
import { NumberTable } from './NumberTable';
import { Plot, type PlotHandle } from './Plot';
import { PlotTools } from './PlotTools';

const shownMeasures = ['followers', 'views', 'likes'] as const;
type Shown = (typeof shownMeasures)[number];
const windows = { month: 30, quarter: 90, year: 365, all: undefined } as const;
type Window = keyof typeof windows;

/** More points than this nobody can tell apart. */
const mostPoints = 900;

/** The account's numbers, day by day. */
export function HistoryCard({ snapshots }: { snapshots: readonly Snapshot[] }) {
  const { t, locale } = useWords();
  const told = shownMeasures.filter((one) => snapshots.some((snapshot) => snapshot[one] !== undefined));
  const [asked, setMeasure] = useState<Shown>('followers');
  const measure = told.includes(asked) ? asked : (told[0] ?? asked);
  const [window, setWindow] = useState<Window>('quarter');
  const [isTable, setTable] = useState(false);
  const [point, setPoint] = useState<number | null>(null);
  const plot = useRef<PlotHandle>(null);

  const series = useMemo(() => {
    const days = windows[window];
    return seriesOf(
      snapshots,
      measure,
      days === undefined ? undefined : { today: localDay(Date.now()), days },
    );
  }, [snapshots, measure, window]);
  const drawn = useMemo(() => {
    const kept = thin(series.values, mostPoints);
    const days = kept.map((at) => series.days[at] ?? '');
    return {
      days,
      xs: days.map((day) => dayNumber(day) * 86_400),
      values: kept.map((at) => series.values[at] ?? null),
    };
  }, [series]);
  const lines = useMemo(
    () => [{ label: t(`insight_${measure}`), values: drawn.values }],
    [t, measure, drawn],
  );
  const pointAt = useCallback((at: number | null) => setPoint(at), []);

  const name = t(`insight_${measure}`);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const dayWords = (day: string) => date.format(dayNumber(day) * 86_400_000);
  const number = new Intl.NumberFormat(locale);
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });

  const change = changeOver(series);
  const last = series.values.findLast((value) => value !== null);
  const changed = change ? t('insight_change', { change: signed.format(change.by), count: change.over }) : '';
  const pointed = point === null ? null : drawn.values[point];
  const summary = [name, last == null ? '' : number.format(last), changed].filter(Boolean).join(', ');
  const rows = () =>
    series.days.map((day, at) => [day, series.values[at] ?? null] as [string, number | null]).toReversed();

  return (
    <Card
      title={t('insight_history')}
      className="history-card"
      aside={
        <PlotTools
          name={measure}
          title={`${name} · ${changed}`}
          plot={plot}
          isTable={isTable}
          onTable={setTable}
          rows={() => [[t('insight_day'), name], ...rows().toReversed()]}
        />
      }
    >
      <div className="history-choices">
        <Segments
          label={t('insight_measure')}
          options={told.map((value) => ({ value, label: t(`insight_${value}`) }))}
          value={measure}
          onChange={setMeasure}
        />
        <Segments
          label={t('insight_window')}
          options={(['month', 'quarter', 'year', 'all'] as const).map((value) => ({
            value,
            label: t(`insight_window_${value}`),
          }))}
          value={window}
          onChange={setWindow}
        />
      </div>
      <p className="history-headline">
        <strong>{number.format((pointed ?? last) || 0)}</strong>{' '}
        <span>
          {point !== null && drawn.days[point]
            ? pointed == null
              ? t('insight_not_read_on', { day: dayWords(drawn.days[point]) })
              : dayWords(drawn.days[point])
            : changed}
        </span>
      </p>
      {isTable ? (
        <NumberTable
          caption={summary}
          head={[t('insight_day'), name]}
          rows={rows().map(([day, value]) => [dayWords(day), value])}
        />
      ) : (
        <Plot ref={plot} xs={drawn.xs} x="day" lines={lines} label={summary} onPoint={pointAt} />
      )}
    </Card>
  );
}
