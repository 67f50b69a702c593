import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Growth, growthOf } from '../../lib/insights/growth';
import { type KnownVideo, type VideoMeasure, videoMeasures } from '../../lib/insights/snapshot';
import { ask } from '../../lib/messages/client';
import { mostCompared } from '../../lib/messages/insights';
import { useAskedOf } from '../hooks/useAskedOf';
import { useWords } from '../hooks/useWords';
import { Card } from '../ui/Card';
import { ErrorCard } from '../ui/ErrorCard';
import { Segments } from '../ui/Segments';
import { NumberTable } from './NumberTable';
import { Plot, type PlotHandle } from './Plot';
import { PlotTools } from './PlotTools';
import { VideoPicker } from './VideoPicker';
import { titleOf } from './video-words';

interface GrowthCardProps {
  accountId: string;
  /** Newest first. */
  videos: readonly KnownVideo[];
}

const atFirst = 3;
/** Younger ones have no line yet. */
const grownAfterMs = 5 * 86_400_000;
/** The two halves of the key, so that one text says what to ask for. */
const load = async (key: string) => {
  const [accountId = '', ...videoIds] = key.split(' ');
  return { key, days: await ask('insights.growth', { accountId, videoIds }) };
};

/** How videos took off, side by side from the day each was posted. */
export function GrowthCard({ accountId, videos }: GrowthCardProps) {
  const { t, locale } = useWords();
  const [chosen, setChosen] = useState<readonly string[]>();
  const [measure, setMeasure] = useState<VideoMeasure>('views');
  const [isTable, setTable] = useState(false);
  const [point, setPoint] = useState<number | null>(null);
  const plot = useRef<PlotHandle>(null);
  const pointAt = useCallback((at: number | null) => setPoint(at), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another account, another choice
  useEffect(() => setChosen(undefined), [accountId]);
  const ids = useMemo(() => chosen ?? firstChoice(videos), [chosen, videos]);
  const compared = useMemo(
    () => ids.flatMap((id) => videos.find((video) => video.id === id) ?? []),
    [ids, videos],
  );
  const key = ids.length === 0 ? undefined : [accountId, ...ids].join(' ');
  const { value: found, error } = useAskedOf(load, key);
  const days = found?.key === key ? found?.days : undefined;

  const growth = useMemo<Growth>(() => {
    if (!days || days.length !== compared.length) return { ages: [], lines: [] };
    const grown = compared.map(({ createdAt }, at) => ({ postedAt: createdAt, days: days[at] ?? [] }));
    return growthOf(grown, measure);
  }, [days, compared, measure]);

  const names = compared.map((video) => titleOf(video, t));
  const lines = useMemo(
    () => compared.map((video, at) => ({ label: titleOf(video, t), values: growth.lines[at] ?? [] })),
    [compared, growth, t],
  );
  const number = new Intl.NumberFormat(locale);
  const at = point ?? growth.ages.length - 1;
  const title = t('insight_growth');
  const head = [t('insight_age'), ...names];
  const rows = growth.ages.map((age, row) => [age, ...growth.lines.map((line) => line[row] ?? null)]);

  return (
    <Card
      title={title}
      className="growth-card"
      aside={
        <PlotTools
          name={`growth-${measure}`}
          title={`${title} · ${t(`insight_${measure}`)}`}
          plot={plot}
          isTable={isTable}
          onTable={setTable}
          rows={() => [head, ...rows]}
        />
      }
    >
      <div className="history-choices">
        <Segments
          label={t('insight_measure')}
          options={videoMeasures.map((value) => ({ value, label: t(`insight_${value}`) }))}
          value={measure}
          onChange={setMeasure}
        />
        <VideoPicker videos={videos} chosen={ids} most={mostCompared} onChange={setChosen} />
      </div>
      {error && <ErrorCard error={error} />}
      <ul className="growth-legend" aria-label={t('insight_growth_at', { count: growth.ages[at] ?? 0 })}>
        {compared.map((video, line) => (
          <li key={video.id}>
            <span className="growth-mark" style={{ background: `var(--plot-${line + 1})` }} />
            <span className="growth-name">
              <bdi>{names[line]}</bdi>
            </span>
            <strong>{lastUpTo(growth.lines[line], at, number)}</strong>
          </li>
        ))}
      </ul>
      {growth.ages.length === 0 ? (
        <p className="insight-soft">{t('insight_growth_empty')}</p>
      ) : isTable ? (
        <NumberTable
          caption={title}
          head={head}
          rows={growth.ages.map((age, row) => [
            t('insight_after_days', { count: age }),
            ...growth.lines.map((line) => line[row] ?? null),
          ])}
        />
      ) : (
        <Plot
          ref={plot}
          xs={growth.ages}
          x="age"
          lines={lines}
          label={legend(names, title)}
          onPoint={pointAt}
        />
      )}
    </Card>
  );
}

function firstChoice(videos: readonly KnownVideo[]): string[] {
  const grown = videos.filter(({ createdAt }) => createdAt < Date.now() - grownAfterMs);
  return (grown.length > 0 ? grown : videos).slice(0, atFirst).map(({ id }) => id);
}

const legend = (names: readonly string[], title: string) => `${title}: ${names.join(', ')}`;

/** At the pointer, or the last that was read before it. */
function lastUpTo(
  line: readonly (number | null)[] | undefined,
  at: number,
  number: Intl.NumberFormat,
): string {
  const value = line?.slice(0, at + 1).findLast((one) => one !== null);
  return value == null ? '–' : number.format(value);
}
