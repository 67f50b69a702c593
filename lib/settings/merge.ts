import * as z from 'zod/mini';
import { defaultSettings, Settings } from './settings';

type Loose = Readonly<Record<string, unknown>>;

/** What was decided here stays; what was left as it came is taken from the import; lists are joined. */
export function mergeSettings(mine: Settings, theirs: Settings): Settings {
  const [here, untouched]: Loose[] = [mine, defaultSettings];
  const merged = Object.entries(theirs).map(([key, value]) => [
    key,
    mergeValue(here?.[key], value, untouched?.[key]),
  ]);
  return z.parse(Settings, {
    ...mine,
    ...Object.fromEntries(merged),
    // Decided on each device anew: whether settings follow the person, and who is posting here.
    sync: mine.sync,
    currentAccountId: mine.currentAccountId,
  });
}

function mergeValue(mine: unknown, theirs: unknown, untouched: unknown): unknown {
  if (Array.isArray(mine) && Array.isArray(theirs)) return joined(mine, theirs);
  if (isRecord(mine) && isRecord(theirs)) return { ...theirs, ...mine };
  return mine === undefined || mine === untouched ? theirs : mine;
}

/** Sets have names: of two with the same name the one that was here stays. */
function joined(mine: readonly unknown[], theirs: readonly unknown[]): unknown[] {
  const known = new Set(mine.map(nameOf));
  return [...mine, ...theirs.filter((value) => !known.has(nameOf(value)))];
}

const nameOf = (value: unknown): string =>
  isRecord(value) && typeof value.name === 'string' ? value.name : JSON.stringify(value);

const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
