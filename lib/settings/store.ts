import * as z from 'zod/mini';
import { AppError } from '../errors/app-error';
import type { Area } from '../platform/storage';
import { settingsKey } from './key';
import { mergeSettings } from './merge';
import { settingsFrom, withField } from './read';
import { defaultSettings, Settings, type SettingsChange } from './settings';

/** These are decided on each device anew. All others may follow the person, and none of them is a secret. */
const onlyHere: ReadonlySet<string> = new Set(['sync', 'currentAccountId']);
const shared = Object.keys(Settings.shape).filter((field) => !onlyHere.has(field));
const syncKey = (field: string) => `${settingsKey}.${field}`;

export interface SettingsStore {
  read(): Promise<Settings>;
  change(change: SettingsChange): Promise<Settings>;
  /** What changed where settings follow the person, by another of their devices: taken over, if they asked for it. */
  adopt(changed: Readonly<Record<string, unknown>>): Promise<boolean>;
}

/** Settings on this device; mirrored to the person's browser profile, each under a key of its own, when they ask for it. */
export function createSettingsStore({ local, sync }: { local: Area; sync: Area }): SettingsStore {
  const read = async (): Promise<Settings> => settingsFrom(await local.get(settingsKey));

  /** What other devices have left there; field by field too: one that is damaged spoils no other. */
  const elsewhere = async (): Promise<Settings> => {
    let found: Settings = defaultSettings;
    for (const field of shared) found = withField(found, field, await sync.get(syncKey(field)));
    return found;
  };

  const mirror = async (settings: Settings, fields: readonly string[]): Promise<void> => {
    const values: Readonly<Record<string, unknown>> = settings;
    try {
      for (const field of fields) {
        if (shared.includes(field)) await sync.set(syncKey(field), values[field]);
      }
    } catch (cause) {
      // Browsers allow some kilobytes. What was decided holds on this device all the same.
      throw new AppError('sync_full', { cause });
    }
  };

  return {
    read,
    async change(change) {
      const before = await read();
      const asked = z.parse(Settings, { ...before, ...change });
      const begins = asked.sync && !before.sync;
      const next = begins ? mergeSettings(asked, await elsewhere()) : asked;
      await local.set(settingsKey, next);
      if (next.sync) await mirror(next, begins ? shared : Object.keys(change));
      return next;
    },
    async adopt(changed) {
      const mine = await read();
      if (!mine.sync) return false;
      let next = mine;
      for (const field of shared) next = withField(next, field, changed[syncKey(field)]);
      if (JSON.stringify(next) === JSON.stringify(mine)) return false;
      await local.set(settingsKey, next);
      return true;
    },
  };
}
