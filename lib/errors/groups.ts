import { type Actor, catalog, type ErrorCode, isErrorCode } from './catalog';

/** In the order in which a person would ask: first what is theirs to do. */
export const actors: readonly Actor[] = ['you', 'owner', 'tiktok', 'site', 'ferry'];

/** Every code, by who must act. */
export function codesOf(actor: Actor): ErrorCode[] {
  return Object.keys(catalog)
    .filter(isErrorCode)
    .filter((code) => catalog[code].who === actor);
}
