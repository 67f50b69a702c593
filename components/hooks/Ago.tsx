import { useCallback, useSyncExternalStore } from 'react';
import { createTicker } from './ticker';
import { useFormats } from './useFormats';

const ticker = createTicker({
  now: Date.now,
  later(call, ms) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
});

/** How long ago, by itself: it draws again only when its words change, and nothing around it does. */
export function Ago({ at }: { at: number }) {
  const formats = useFormats();
  const subscribe = useCallback((tell: () => void) => ticker.subscribe(at, tell), [at]);
  // What happened since the last tick is "now", not in the future.
  const words = useSyncExternalStore(subscribe, () => formats.ago(at, Math.max(at, ticker.now())));
  return <time dateTime={new Date(at).toISOString()}>{words}</time>;
}
