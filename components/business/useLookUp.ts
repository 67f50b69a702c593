import { useState } from 'react';
import { AppError, type ErrorData, toErrorData } from '../../lib/errors/app-error';

/** One look-up at a time: the question to the browser first, then the one to TikTok. */
export function useLookUp<T>(allow: () => Promise<boolean>) {
  const [found, setFound] = useState<T>();
  const [error, setError] = useState<ErrorData>();
  const [isBusy, setBusy] = useState(false);

  const look = async (ask: () => Promise<T>) => {
    // At once: a browser shows its question only within the press.
    const allowed = allow();
    setBusy(true);
    setError(undefined);
    setFound(undefined);
    try {
      if (!(await allowed)) throw new AppError('business_host_not_allowed');
      setFound(await ask());
    } catch (thrown) {
      setError(toErrorData(thrown));
    } finally {
      setBusy(false);
    }
  };
  return { found, error, isBusy, look };
}
