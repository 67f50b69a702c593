import { useState } from 'react';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';

interface NumberTableProps {
  caption: string;
  head: readonly string[];
  /** The first cell names the row; null is a number nobody read. */
  rows: readonly (readonly [string, ...(number | null)[]])[];
}

const atOnce = 90;

/** The numbers of a plot, to be read by keyboard, screen reader or a careful eye. */
export function NumberTable({ caption, head, rows }: NumberTableProps) {
  const { t, locale } = useWords();
  const [shown, setShown] = useState(atOnce);
  const numbers = new Intl.NumberFormat(locale);
  return (
    // Scrolls by itself, so it must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls
    <section className="number-table" tabIndex={0} aria-label={caption}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col" className="number-head">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map(([name, ...values]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {values.map((value, at) => (
                <td key={head[at + 1] ?? at}>
                  {value === null ? t('insight_not_read') : numbers.format(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <Button size="small" tone="plain" onClick={() => setShown(shown + 365)}>
          {t('insight_more_rows', { count: rows.length - shown })}
        </Button>
      )}
    </section>
  );
}
