import * as z from 'zod/mini';
import type { Area } from '../platform/storage';
import { defaultSettings, Settings, type SettingsChange } from './settings';

const key = 'settings';

export interface SettingsStore {
  read(): Promise<Settings>;
  change(change: SettingsChange): Promise<Settings>;
}

/** Settings on this device, mirrored to the person's browser profile when they ask for it. */
export function createSettingsStore({ local, sync }: { local: Area; sync: Area }): SettingsStore {
  const read = async (): Promise<Settings> => {
    const kept = Settings.safeParse({ ...defaultSettings, ...asObject(await local.get(key)) });
    return kept.success ? kept.data : defaultSettings;
  };
  return {
    read,
    async change(change) {
      const next = z.parse(Settings, { ...(await read()), ...change });
      await local.set(key, next);
      if (next.sync) await sync.set(key, next);
      return next;
    },
  };
}

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});
