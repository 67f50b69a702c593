import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftMedia } from '../../lib/drafts/draft';
import { toErrorData } from '../../lib/errors/app-error';
import type { Look } from '../../lib/media/preflight';
import { usePort } from '../hooks/port';

const atOnce = 3;

export interface Looks {
  /** One for each of the media, in order. */
  looks: Look[];
  looking: boolean;
  /** Looks again at what could not be read. */
  lookAgain: () => void;
}

/** What each chosen picture or video really is, read in parts while the person writes. One look each, in order. */
export function useLooks(media: readonly DraftMedia[]): Looks {
  const port = usePort();
  const known = useRef(new Map<string, Look>());
  const asked = useRef(new Set<string>());
  const [, setTurn] = useState(0);
  const [tries, setTries] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is another look
  useEffect(() => {
    let gone = false;
    const waiting = media.filter(({ id }) => !asked.current.has(id));
    const next = async (): Promise<void> => {
      const one = waiting.shift();
      if (!one || gone) return;
      asked.current.add(one.id);
      const look = await port.inspect(one.source).then(
        (facts): Look => ({ facts }),
        (error): Look => ({ error: toErrorData(error) }),
      );
      known.current.set(one.id, look);
      setTurn((old) => old + 1);
      return next();
    };
    for (let lane = 0; lane < atOnce; lane += 1) void next();
    return () => {
      gone = true;
    };
  }, [port, media, tries]);

  const lookAgain = useCallback(() => {
    for (const [id, look] of known.current) {
      if (!look.error) continue;
      known.current.delete(id);
      asked.current.delete(id);
    }
    setTries((old) => old + 1);
  }, []);

  return {
    looks: media.map(({ id }) => known.current.get(id) ?? {}),
    looking: media.some(({ id }) => !known.current.has(id)),
    lookAgain,
  };
}
