import { useState } from 'react';
import { type ErrorData, toErrorData } from '../../lib/errors/app-error';
import { useAnnounce } from '../ui/LiveRegion';

/** Something that takes a moment, and what became of it. */
export function useWork() {
  const announce = useAnnounce();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorData>();
  const [done, setDone] = useState<string>();

  const run = async (work: () => Promise<string | undefined>) => {
    setBusy(true);
    setError(undefined);
    setDone(undefined);
    try {
      const said = await work();
      setDone(said);
      if (said) announce(said);
    } catch (thrown) {
      setError(toErrorData(thrown));
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, error, done, run };
}
