import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const rows = read('docs/actions.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| action'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const en = JSON.stringify(JSON.parse(read('public/_locales/en/messages.json')));

it('names every action', () => expect(rows.length).toBeGreaterThan(15));

it.each(rows)('%s: what shows it is there', (_action, screen = '', code = '', test = '') => {
  const [file = '', sentence = ''] = /^`([^`]+)` “(.+)”$/.exec(test)?.slice(1) ?? [];
  expect(read(file).includes(sentence), `${file}: ${sentence}`).toBe(true);
  expect(read(code.replaceAll('`', ''))).not.toBe('');
  for (const [, words] of screen.matchAll(/“([^”]+)”/g)) expect(en.includes(`"${words}"`), words).toBe(true);
});
