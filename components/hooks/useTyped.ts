import { useEffect, useEffectEvent, useRef, useState } from 'react';

const pause = 600;

/** Text that is kept when the person pauses or leaves the field, and not at every letter. */
export function useTyped(kept: string, keep: (text: string) => void) {
  const [typed, setTyped] = useState<string>();
  const waiting = useRef<string>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useEffectEvent(() => {
    clearTimeout(timer.current);
    if (waiting.current !== undefined) keep(waiting.current);
    waiting.current = undefined;
  });
  useEffect(() => {
    if (typed === undefined) return;
    waiting.current = typed;
    timer.current = setTimeout(flush, pause);
    return () => clearTimeout(timer.current);
  }, [typed]);
  useEffect(() => () => flush(), []);

  return {
    value: typed ?? kept,
    onChange: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
    onBlur: () => {
      clearTimeout(timer.current);
      if (waiting.current !== undefined) keep(waiting.current);
      waiting.current = undefined;
      setTyped(undefined);
    },
  };
}
