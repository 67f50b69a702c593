import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../../lib/data/csv';

const rows = (text: string) =>
  text
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .slice(0, -1);

/** A reader of CSV as the standard describes it, to hold the writer against. */
function read(text: string): string[][] {
  const found: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const body = text.replace(/^\uFEFF/, '');
  for (let at = 0; at < body.length; at += 1) {
    const letter = body[at];
    if (quoted && letter === '"' && body[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1];
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === ',') [row, cell] = [[...row, cell], ''];
    else if (!quoted && letter === '\r' && body[at + 1] === '\n') {
      found.push([...row, cell]);
      [row, cell, at] = [[], '', at + 1];
    } else cell += letter;
  }
  return found;
}

describe('csv', () => {
  it('begins with the mark that makes spreadsheets read it as UTF-8', () => {
    expect(csv([['Töpfern']])).toBe('\uFEFFTöpfern\r\n');
  });

  it.each(['=1+1', '+1', '-2', '@SUM(A1)', '\t=1', '\r=1', ' =HYPERLINK("http://x")', '＝1+1'])(
    'what a spreadsheet would run stays text: %j',
    (text) => {
      expect(read(csv([[text]]))[0]?.[0]).toBe(`'${text}`);
    },
  );

  it('numbers stay numbers, negative ones too; no number is nothing', () => {
    expect(rows(csv([[-3, 4.5, null, undefined, Number.NaN]]))).toEqual(['-3,4.5,,,']);
  });

  it('an id too long for a number is kept digit for digit', () => {
    expect(rows(csv([['7301234567890123457']]))).toEqual([`'7301234567890123457`]);
  });

  it('brings every text back as it was, lines, quotes and commas included, and lets no formula through', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), { minLength: 1 }),
        (table) => {
          const back = read(csv(table));
          expect(back).toHaveLength(table.length);
          back.forEach((row, y) => {
            row.forEach((cell, x) => {
              const text = table[y]?.[x] ?? '';
              expect([text, `'${text}`]).toContain(cell);
              expect(cell).not.toMatch(/^[=+\-@]/);
            });
          });
        },
      ),
    );
  });
});
