import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { lonePoints } from '../../lib/insights/series';
import { useShownTheme } from '../hooks/useShownTheme';
import { useWords } from '../hooks/useWords';
import { inkOf } from './ink';

export interface PlotLine {
  label: string;
  values: readonly (number | null)[];
}

export interface PlotHandle {
  /** The picture as it stands, on the page's own ground. */
  png(title: string): Promise<Blob | null>;
}

interface PlotProps {
  /** Seconds since 1970 of a day's beginning, or days since something. */
  xs: readonly number[];
  x: 'day' | 'age';
  lines: readonly PlotLine[];
  /** What it shows, for who cannot see it. */
  label: string;
  /** Which point the pointer is at; null when it left. */
  onPoint: (at: number | null) => void;
  ref?: Ref<PlotHandle>;
}

const height = 250;
/** Days since posting are whole, and people count them in weeks and months. */
const ageSteps = [1, 2, 7, 14, 28, 91, 182, 364, 728, 1_820];

/** Lines over time. A point that is null is a gap in the line. Who listens instead of looks has the table beside it. */
export function Plot({ xs, x, lines, label, onPoint, ref }: PlotProps) {
  const { locale } = useWords();
  const theme = useShownTheme();
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot>(undefined);

  useImperativeHandle(ref, () => ({
    png: (title) => picture(plot.current?.root.querySelector('canvas'), title, place.current),
  }));

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes what the colours resolve to
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const options = optionsFor({ element, x, lines, locale, onPoint });
    const drawn = new UPlot(options, [[...xs], ...lines.map(({ values }) => [...values])], element);
    plot.current = drawn;
    const fit = new ResizeObserver(() => drawn.setSize({ width: element.clientWidth, height }));
    fit.observe(element);
    return () => {
      fit.disconnect();
      drawn.destroy();
    };
  }, [xs, x, lines, locale, onPoint, theme]);

  return <div className="plot" role="img" aria-label={label} ref={place} />;
}

interface Drawing extends Pick<PlotProps, 'x' | 'lines' | 'onPoint'> {
  element: HTMLElement;
  locale: string;
}

function optionsFor({ element, x, lines, locale, onPoint }: Drawing): UPlot.Options {
  const ink = inkOf(element);
  const isSparse = lines.every(({ values }) => values.length < 40);
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const axis: UPlot.Axis = {
    stroke: ink('--color-ink-soft'),
    font: '11px system-ui, sans-serif',
    grid: { stroke: ink('--color-line'), width: 1 },
    ticks: { show: false },
  };
  return {
    width: element.clientWidth,
    height,
    padding: [12, 12, 0, 0],
    // Days are the person's own and carry no zone: drawn as they are written.
    tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1_000), 'Etc/UTC'),
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 9 } },
    scales: { x: { time: x === 'day' } },
    axes: [
      {
        ...axis,
        size: 28,
        space: 72,
        ...(x === 'age' ? { incrs: ageSteps } : {}),
        values: (_, marks) => axisWords(marks, x, locale),
      },
      { ...axis, values: (_, marks) => marks.map((mark) => short.format(mark)), size: 56 },
    ],
    series: [
      {},
      ...lines.map(({ label, values }, at) => ({
        label,
        stroke: ink(`--plot-${at + 1}`),
        width: 2,
        spanGaps: false,
        ...(lines.length === 1 ? { fill: ink('--plot-fill') } : {}),
        points: {
          show: () => isSparse,
          // A day alone between two gaps is no line, and would not be seen.
          filter: (_: UPlot, __: number, show: boolean) => (show ? null : lonePoints(values)),
          size: 5,
          fill: ink(`--plot-${at + 1}`),
        },
      })),
    ],
    hooks: { setCursor: [(drawn) => onPoint(drawn.cursor.idx ?? null)] },
  };
}

function axisWords(marks: readonly number[], x: PlotProps['x'], locale: string): string[] {
  if (x === 'age') return marks.map((mark) => (Number.isInteger(mark) ? String(mark) : ''));
  const span = (marks.at(-1) ?? 0) - (marks[0] ?? 0);
  const form: Intl.DateTimeFormatOptions =
    span > 200 * 86_400 ? { month: 'short', year: '2-digit' } : { day: 'numeric', month: 'short' };
  const words = new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' });
  return marks.map((mark) => (mark % 86_400 === 0 ? words.format(mark * 1_000) : ''));
}

/** The canvas alone has no ground and no title: on somebody else's page it would be a riddle. */
function picture(canvas: HTMLCanvasElement | null | undefined, title: string, element: HTMLElement | null) {
  if (!canvas || !element) return Promise.resolve(null);
  const head = 34 * devicePixelRatio;
  const sheet = document.createElement('canvas');
  sheet.width = canvas.width;
  sheet.height = canvas.height + head;
  const draw = sheet.getContext('2d');
  if (!draw) return Promise.resolve(null);
  const ink = inkOf(element);
  draw.fillStyle = ink('--color-surface');
  draw.fillRect(0, 0, sheet.width, sheet.height);
  draw.fillStyle = ink('--color-ink');
  draw.font = `600 ${14 * devicePixelRatio}px system-ui, sans-serif`;
  draw.fillText(title, 12 * devicePixelRatio, 22 * devicePixelRatio);
  draw.drawImage(canvas, 0, head);
  return new Promise<Blob | null>((done) => sheet.toBlob(done, 'image/png'));
}
