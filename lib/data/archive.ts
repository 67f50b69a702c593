import * as z from 'zod/mini';
import { AppError } from '../errors/app-error';
import { ExportRecord } from './records';

/**
 * An export is lines of JSON: a header, one record a line, and an end that says how many there were and what all
 * of it hashes to. So it can be written and read piece by piece, and a file that was cut or changed is known.
 */
const version = 1;
const mark = 'ferry-export';

/** Ten years of an active account are some 40 MB. */
export const largestArchive = 200_000_000;
const longestLine = 2_000_000;
const mostRecords = 2_000_000;

const Header = z.object({ is: z.literal(mark), version: z.number(), exportedAt: z.number(), by: z.string() });
const End = z.object({ is: z.literal('end'), records: z.number(), sha256: z.string() });

export interface Archive {
  exportedAt: number;
  records: ExportRecord[];
}

export const headerLine = (exportedAt: number, by: string): string =>
  `${JSON.stringify({ is: mark, version, exportedAt, by })}\n`;

export const recordLine = (record: ExportRecord): string => `${JSON.stringify(record)}\n`;

/** The whole file: header, lines, end. */
export async function sealed(header: string, lines: readonly string[]): Promise<string> {
  const text = header + lines.join('');
  return `${text}${JSON.stringify({ is: 'end', records: lines.length, sha256: await digest(text) })}\n`;
}

/** Reads a file whole or refuses it whole: `import_damaged`, `import_newer`, `import_foreign`, `import_too_large`. */
export async function readArchive(text: string): Promise<Archive> {
  if (text.length > largestArchive) throw new AppError('import_too_large');
  const { exportedAt } = readHeader(text);
  const lines = text.replace(/\n+$/, '').split('\n');
  const last = lines.length - 1;
  const end = End.safeParse(parsed(lines[last]));
  if (!end.success) throw damaged(last + 1);
  if (end.data.records !== last - 1 || end.data.records > mostRecords) throw damaged(last + 1);
  const records = lines.slice(1, last).map((line, at) => {
    const record = line.length > longestLine ? undefined : ExportRecord.safeParse(parsed(line)).data;
    if (!record) throw damaged(at + 2);
    return record;
  });
  // Last, so that a damaged line is named by its number where there is one.
  if ((await digest(`${lines.slice(0, last).join('\n')}\n`)) !== end.data.sha256) throw damaged(0);
  return { exportedAt, records };
}

function readHeader(text: string) {
  const first = text.slice(0, longestLine).split('\n', 1)[0];
  const header = Header.safeParse(parsed(first));
  if (!header.success) throw new AppError('import_foreign');
  if (header.data.version > version)
    throw new AppError('import_newer', { facts: { by: header.data.by.slice(0, 40) } });
  if (header.data.version !== version) throw damaged(1);
  return header.data;
}

const damaged = (line: number) => new AppError('import_damaged', { facts: { line } });

function parsed(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    // Not JSON: the schema that looks at it next says so.
    return undefined;
  }
}

async function digest(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
