import { describe, expect, it } from 'vitest';
import type { Area } from '../../../lib/platform/storage';
import { defaultSettings } from '../../../lib/settings/settings';
import { createSettingsStore } from '../../../lib/settings/store';

function area(limit = Number.POSITIVE_INFINITY): Area & { kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    get: async (key) => kept.get(key),
    set: async (key, value) => {
      if (JSON.stringify(value).length > limit) throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
      kept.set(key, value);
    },
    remove: async (key) => void kept.delete(key),
  };
}
const device = (sync: Area) => {
  const local = area();
  return { local, settings: createSettingsStore({ local, sync }) };
};

describe('settings', () => {
  it('are whole from the first day, and survive what cannot be read', async () => {
    const { local, settings } = device(area());
    expect(await settings.read()).toEqual(defaultSettings);
    local.kept.set('settings', { theme: 'purple', language: 'de', verifiedPrefixes: ['cdn.shop.example'] });
    expect(await settings.read()).toEqual({
      ...defaultSettings,
      language: 'de',
      verifiedPrefixes: ['cdn.shop.example'],
    });
  });

  it('take no more than anybody would write', async () => {
    const { settings } = device(area());
    await expect(settings.change({ captionTemplate: 'x'.repeat(10_001) })).rejects.toThrow();
    await expect(settings.change({ ownHandles: Array(1_001).fill('@a') })).rejects.toThrow();
    expect(await settings.read()).toEqual(defaultSettings);
  });

  it('stay on this device until the person asks otherwise', async () => {
    const sync = area();
    const { settings } = device(sync);
    await settings.change({ theme: 'dark' });
    expect(sync.kept.size).toBe(0);
    expect(await settings.adopt({ 'settings.theme': 'light' })).toBe(false);
    expect((await settings.read()).theme).toBe('dark');
  });

  it('once asked for, join with what other devices left, and follow from then on', async () => {
    const sync = area();
    const first = device(sync).settings;
    await first.change({ captionTemplate: 'from first', hashtagSets: [{ name: 'Clay', tags: ['a'] }] });
    await first.change({ sync: true });
    const second = device(sync).settings;
    await second.change({ hashtagSets: [{ name: 'Kiln', tags: ['b'] }] });
    const joined = await second.change({ sync: true });
    expect(joined.captionTemplate).toBe('from first');
    expect(joined.hashtagSets.map(({ name }) => name)).toEqual(['Kiln', 'Clay']);

    await second.change({ theme: 'dark' });
    expect(await first.adopt({ 'settings.theme': sync.kept.get('settings.theme') })).toBe(true);
    expect((await first.read()).theme).toBe('dark');
  });

  it('who posts here, and whether settings follow, is each device’s own', async () => {
    const sync = area();
    const { settings } = device(sync);
    await settings.change({ sync: true, currentAccountId: 'open-1' });
    expect([...sync.kept.keys()].some((key) => /currentAccountId|\.sync$/.test(key))).toBe(false);
    await settings.adopt({ 'settings.sync': false, 'settings.currentAccountId': 'other' });
    expect(await settings.read()).toMatchObject({ sync: true, currentAccountId: 'open-1' });
  });

  it('a damaged or removed field from elsewhere changes nothing', async () => {
    const { settings } = device(area());
    await settings.change({ sync: true, theme: 'dark' });
    expect(await settings.adopt({ 'settings.theme': 'purple', 'settings.language': undefined })).toBe(false);
    expect((await settings.read()).theme).toBe('dark');
  });

  it('say when there is no more room for them elsewhere, and hold here all the same', async () => {
    const { settings } = device(area(200));
    await settings.change({ sync: true });
    await expect(settings.change({ captionTemplate: 'x'.repeat(300) })).rejects.toMatchObject({
      code: 'sync_full',
    });
    expect((await settings.read()).captionTemplate).toHaveLength(300);
  });
});
