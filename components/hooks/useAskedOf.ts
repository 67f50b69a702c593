import { useCallback } from 'react';
import { type Asked, useAsked } from './useAsked';

/** What `load` answers for this key; without a key nothing is asked. */
export function useAskedOf<T>(
  load: (key: string) => Promise<T>,
  key: string | undefined,
): Asked<T | undefined> {
  return useAsked<T | undefined>(
    useCallback(() => (key === undefined ? Promise.resolve(undefined) : load(key)), [load, key]),
  );
}
