import { defaultSettings, type Settings, SettingsChange } from './settings';

/** The settings out of what was kept. Field by field: one that cannot be read spoils no other. */
export function settingsFrom(kept: unknown): Settings {
  const fields = typeof kept === 'object' && kept !== null ? Object.entries(kept) : [];
  return fields.reduce((settings, [field, value]) => withField(settings, field, value), defaultSettings);
}

/** The settings with one field from elsewhere, if it is there and can be read. */
export function withField(settings: Settings, field: string, value: unknown): Settings {
  if (value === undefined) return settings;
  const read = SettingsChange.safeParse({ [field]: value });
  return read.success ? { ...settings, ...compact(read.data) } : settings;
}

const compact = (change: SettingsChange): Partial<Settings> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
