import { useCallback, useEffect, useState } from 'react';
import { type ErrorData, toErrorData } from '../../lib/errors/app-error';
import type { KnownVideo } from '../../lib/insights/snapshot';
import { knownVideos } from './known-videos';

interface Known {
  /** Those posted last, newest first, as soon as they are there. */
  newest: readonly KnownVideo[];
  /** Every one, once the last has come. */
  all?: readonly KnownVideo[];
  error?: ErrorData;
}

/** An account's videos as they were last seen; without an account nothing is asked. */
export function useKnownVideos(accountId: string | undefined) {
  const [known, setKnown] = useState<Known>({ newest: [] });
  const [turn, setTurn] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn is a new question
  useEffect(() => {
    let isHere = true;
    const recall = async (id: string): Promise<void> => {
      const found: KnownVideo[] = [];
      for await (const page of knownVideos(id)) {
        if (!isHere) return;
        if (found.length === 0) {
          const newest = page.toSorted((a, b) => b.createdAt - a.createdAt);
          setKnown(({ all }) => ({ newest, ...(all ? { all } : {}) }));
        }
        found.push(...page);
      }
      setKnown(({ newest }) => ({ newest, all: found }));
    };
    if (accountId !== undefined) {
      recall(accountId).catch(
        (error) => isHere && setKnown((before) => ({ ...before, error: toErrorData(error) })),
      );
    }
    return () => {
      isHere = false;
    };
  }, [accountId, turn]);

  const again = useCallback(() => setTurn((old) => old + 1), []);
  return { ...known, again };
}
