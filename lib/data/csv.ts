export type Cell = string | number | null | undefined;

/** What a spreadsheet would take for the beginning of a formula, in ASCII or full width, spaces before it or not. */
const formula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r]/;

/** An id alone in its cell would be read as a number, and rounded. */
const longNumber = /^\d{16,}$/;

/**
 * Rows as a spreadsheet reads them. Text comes from web pages and captions: what could run as a formula
 * is made plain text by an apostrophe in front, which spreadsheets know and hide.
 */
export function csv(rows: readonly (readonly Cell[])[]): string {
  // The mark in front tells spreadsheets that this is UTF-8.
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = value.replaceAll('\0', '');
  const plain = formula.test(text) || longNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
