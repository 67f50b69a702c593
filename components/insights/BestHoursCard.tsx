import { type CSSProperties, useMemo } from 'react';
import { type BestTime, bestHours, hoursPerBlock, type WeekPart } from '../../lib/insights/best-hours';
import type { KnownVideo } from '../../lib/insights/snapshot';
import type { Words } from '../../lib/words';
import { useWords } from '../hooks/useWords';
import { Card } from '../ui/Card';

/** When the person's own posts did well: a table of the week, darker where it went better. */
export function BestHoursCard({ videos }: { videos: readonly KnownVideo[] }) {
  const { t, locale } = useWords();
  const { parts, best, judged, enough } = useMemo(() => bestHours(videos, Date.now()), [videos]);
  const words = weekWords(locale);
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    signDisplay: 'exceptZero',
    maximumFractionDigits: 0,
  });
  const blocks = parts.slice(0, 24 / hoursPerBlock);

  if (!enough) {
    return (
      <Card title={t('insight_best_hours')}>
        <p className="insight-soft">{t('insight_best_hours_few', { count: judged })}</p>
      </Card>
    );
  }
  return (
    <Card title={t('insight_best_hours')} className="best-hours">
      {best.length > 0 ? (
        <ol className="best-list">
          {best.map((time) => (
            <li key={`${time.weekday} ${time.block}`}>
              <strong>{words.time(time, t)}</strong>
              <span>
                {t('insight_best_lift', { percent: percent.format(time.lift - 1), count: time.posts })}
              </span>
            </li>
          ))}
        </ol>
      ) : (
        <p>{t('insight_best_hours_none')}</p>
      )}
      <div className="week-scroll">
        <table className="week">
          <caption className="insight-soft">
            {t('insight_best_hours_how', { count: judged })} {t('insight_best_hours_clock')}
          </caption>
          <thead>
            <tr>
              <td />
              {blocks.map(({ block }) => (
                <th key={block} scope="col" className="week-name">
                  {words.hour(block * hoursPerBlock)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {words.days.map((weekday) => (
              <tr key={weekday}>
                <th scope="row" className="week-name">
                  {words.weekday(weekday, 'short')}
                </th>
                {parts
                  .filter((part) => part.weekday === weekday)
                  .map((part) => (
                    <WeekCell key={part.block} part={part} lift={percent.format(part.lift - 1)} />
                  ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function WeekCell({ part, lift }: { part: WeekPart; lift: string }) {
  const { t } = useWords();
  const said =
    part.posts === 0 ? t('insight_week_none') : t('insight_week_cell', { percent: lift, count: part.posts });
  return (
    <td title={said} data-posts={part.posts || undefined}>
      <span
        className="week-cell"
        data-way={part.lift >= 1 ? 'up' : 'down'}
        style={withStrength(Math.min(1, Math.abs(Math.log2(part.lift))))}
      >
        {part.posts > 0 && <span aria-hidden="true">{part.posts}</span>}
        <span className="visually-hidden">{said}</span>
      </span>
    </td>
  );
}

/** Half as well and twice as well are equally far from as usual. */
const withStrength = (strength: number): CSSProperties => ({
  ['--strength' as 'opacity']: `${Math.round(strength * 100)}%`,
});

/** Names of days and hours in the person's language; weeks begin where they begin there. */
function weekWords(locale: string) {
  // The fourth of January 1970 was a Sunday.
  const dayOf = (weekday: number) => new Date(Date.UTC(1970, 0, 4 + weekday));
  const hour = new Intl.DateTimeFormat(locale, { hour: 'numeric', timeZone: 'UTC' });
  const atHour = (at: number) => new Date(Date.UTC(1970, 0, 1, at));
  const first = firstWeekday(locale);
  const weekday = (weekday: number, length: 'short' | 'long') =>
    new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(dayOf(weekday));
  const hours = (block: number) =>
    `${hour.format(atHour(block * hoursPerBlock))} – ${hour.format(atHour((block + 1) * hoursPerBlock))}`;
  return {
    days: Array.from({ length: 7 }, (_, at) => (first + at) % 7),
    weekday,
    hour: (at: number) => hour.format(atHour(at)),
    time(time: BestTime, t: Words['t']): string {
      if (time.block === undefined)
        return t('insight_best_any_hour', { weekday: weekday(time.weekday ?? 0, 'long') });
      if (time.weekday === undefined) return t('insight_best_any_day', { hours: hours(time.block) });
      return `${weekday(time.weekday, 'long')}, ${hours(time.block)}`;
    },
  };
}

/** 0 is Sunday. Not every browser knows; Monday is the world's usual answer. */
function firstWeekday(locale: string): number {
  const about: unknown = new Intl.Locale(locale);
  const read = typeof about === 'object' && about !== null ? Reflect.get(about, 'getWeekInfo') : undefined;
  const info: unknown = typeof read === 'function' ? Reflect.apply(read, about, []) : undefined;
  const day: unknown = typeof info === 'object' && info !== null ? Reflect.get(info, 'firstDay') : undefined;
  return typeof day === 'number' ? day % 7 : 1;
}
