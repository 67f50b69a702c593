import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerLine, largestArchive, readArchive, recordLine, sealed } from '../../../lib/data/archive';
import type { ExportRecord } from '../../../lib/data/records';
import { isAppError } from '../../../lib/errors/app-error';
import { post } from './house';

const snapshot: ExportRecord = {
  is: 'snapshot',
  value: { accountId: 'a', day: '2026-11-21', takenAt: 5, followers: 12 },
};
const records: ExportRecord[] = [snapshot, { is: 'post', value: post(), events: [] }];
const whole = () => sealed(headerLine(77, '0.1.0'), records.map(recordLine));

const refusal = (text: string) =>
  readArchive(text).then(
    () => 'read',
    (error: unknown) => (isAppError(error) ? error.code : Promise.reject(error)),
  );

describe('an export', () => {
  it('is read back as it was written', async () => {
    expect(await readArchive(await whole())).toEqual({ exportedAt: 77, records });
    expect((await readArchive(await sealed(headerLine(1, 'x'), []))).records).toEqual([]);
  });

  it('that was cut short anywhere is refused whole', async () => {
    const text = await whole();
    for (let length = 0; length < text.length - 1; length += 7) {
      expect(await refusal(text.slice(0, length))).not.toBe('read');
    }
  });

  it('in which a single letter was changed is refused whole', async () => {
    const text = await whole();
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: text.length - 2 }),
        fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 1 }),
        async (at, letter) => {
          const changed = text.slice(0, at) + letter + text.slice(at + 1);
          fc.pre(changed !== text);
          // The header's own words may change without harm only if the hash noticed, and it does.
          expect(await refusal(changed)).toMatch(/^import_/);
        },
      ),
    );
  });

  it('of a newer Ferry is refused, and says so', async () => {
    const text = (await whole()).replace('"version":1', '"version":2');
    await expect(readArchive(text)).rejects.toMatchObject({ code: 'import_newer', facts: { by: '0.1.0' } });
  });

  it('names the line that is damaged', async () => {
    const line = recordLine(snapshot).replace('"followers":12', '"followers":-12');
    const text = await sealed(headerLine(1, 'x'), [recordLine(snapshot), line]);
    await expect(readArchive(text)).rejects.toMatchObject({ code: 'import_damaged', facts: { line: 3 } });
  });

  it('holds no post that is still under way', async () => {
    const open = { is: 'post', value: { ...post(), state: 'uploading', open: 1 }, events: [] };
    const text = await sealed(headerLine(1, 'x'), [`${JSON.stringify(open)}\n`]);
    expect(await refusal(text)).toBe('import_damaged');
  });

  it.each([
    ['', 'import_foreign'],
    ['{}', 'import_foreign'],
    ['PK\u0003\u0004', 'import_foreign'],
    ['[1,2,3]', 'import_foreign'],
    ['{"is":"ferry-export","version":0,"exportedAt":1,"by":"x"}\n', 'import_damaged'],
  ])('what is none is refused: %j', async (text, code) => {
    expect(await refusal(text)).toBe(code);
  });

  it('too large to be one is not even looked at', async () => {
    const huge = { length: largestArchive + 1 } as unknown as string;
    expect(await refusal(huge)).toBe('import_too_large');
  });

  it('whatever a file holds, the answer is an export or a reason', async () => {
    const line = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constant(recordLine(snapshot).trim()),
      fc
        .record({ is: fc.constantFrom('post', 'snapshot', 'video', 'settings', 'end'), value: fc.anything() })
        .map((value) => JSON.stringify(value) ?? ''),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line), async (lines) => {
        const text = await sealed(
          headerLine(1, 'x'),
          lines.map((each) => `${each}\n`),
        );
        expect(await refusal(text)).toMatch(/^(read|import_damaged)$/);
      }),
    );
  });
});
