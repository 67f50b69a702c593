import { browser } from './browser';

/** Small keyed values; `local` stays on the device, `sync` follows the person's browser profile. */
export interface Area {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

function area(name: 'local' | 'sync' | 'session'): Area {
  return {
    get: async (key) => (await browser.storage[name].get(key))[key],
    set: (key, value) => browser.storage[name].set({ [key]: value }),
    remove: (key) => browser.storage[name].remove(key),
  };
}

export const localArea = area('local');
export const syncArea = area('sync');
export const sessionArea = area('session');

/** Shuts content scripts out of every area. Chrome lets them read `local` and `sync` until told; Firefox cannot be told. */
export function keepFromWebPages(): void {
  for (const name of ['local', 'sync', 'session'] as const) {
    const area: { setAccessLevel?: (level: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void> } =
      browser.storage[name];
    void area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  }
}

/** Everything of ours, here and where it follows the person. */
export async function clearAreas(): Promise<void> {
  await Promise.all([
    browser.storage.local.clear(),
    browser.storage.sync.clear(),
    browser.storage.session.clear(),
  ]);
}

/** Registered in the first tick. What stands on this device under a key from now on, and what stood there. */
export function onLocalChanged(key: string, hear: (now: unknown, before: unknown) => void): void {
  browser.storage.onChanged.addListener((changes, name) => {
    const change = changes[key];
    if (name === 'local' && change) hear(change.newValue, change.oldValue);
  });
}

/** Registered in the first tick. What another of the person's devices changed, by key; removed keys are undefined. */
export function onSyncChanged(hear: (changed: Record<string, unknown>) => void): void {
  browser.storage.onChanged.addListener((changes, name) => {
    if (name !== 'sync') return;
    hear(Object.fromEntries(Object.entries(changes).map(([key, { newValue }]) => [key, newValue])));
  });
}
