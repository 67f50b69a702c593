import type { Focus } from './environment';
import type { askSite } from './site-request';
import type { Site } from './sites/site';

/** What one injected script leaves for the next, in the isolated world that no page can see. */
interface Handed {
  ferrySites: KnownSites;
  ferryGiven: Given;
}

export interface KnownSites {
  sites: readonly Site[];
  ask: typeof askSite;
}

export interface Given {
  pageData?: unknown;
  focus?: Focus;
}

export function hand<Name extends keyof Handed>(name: Name, value: Handed[Name]): void {
  Reflect.set(globalThis, name, value);
}

/** Taking it removes it: a look leaves nothing behind. */
export function take<Name extends keyof Handed>(name: Name): Handed[Name] | undefined {
  const value: Handed[Name] | undefined = Reflect.get(globalThis, name);
  Reflect.deleteProperty(globalThis, name);
  return value;
}
