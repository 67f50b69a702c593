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
