import { useCallback, useEffect, useState } from 'react';
import { type ErrorData, toErrorData } from '../../lib/errors/app-error';
import { ask } from '../../lib/messages/client';
import type { BucketKeys, BucketPlace } from '../../lib/routes/bucket/bucket';
import type { BucketView, TrialResult } from '../../lib/routes/bucket/shapes';

export interface BucketDoings {
  view: BucketView | undefined;
  trial: TrialResult[] | undefined;
  isBusy: boolean;
  error: ErrorData | undefined;
  saveAndTry(place: BucketPlace, keys: BucketKeys | undefined): Promise<void>;
  tryAgain(): Promise<void>;
  forget(how: { leave: boolean }): Promise<void>;
}

/** The web space as it is kept, and what a real try says of it. */
export function useBucket(): BucketDoings {
  const [view, setView] = useState<BucketView>();
  const [trial, setTrial] = useState<TrialResult[]>();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorData>();

  const attempt = useCallback(async (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (thrown) {
      setError(toErrorData(thrown));
    } finally {
      setBusy(false);
    }
  }, []);

  useEffect(() => {
    void attempt(async () => setView(await ask('bucket.read', undefined)));
  }, [attempt]);

  return {
    view,
    trial,
    isBusy,
    error,
    saveAndTry: (place, keys) =>
      attempt(async () => {
        setTrial(undefined);
        setView(await ask('bucket.save', { place, ...(keys ? { keys } : {}) }));
        setTrial(await ask('bucket.try', undefined));
      }),
    tryAgain: () => attempt(async () => setTrial(await ask('bucket.try', undefined))),
    forget: (how) =>
      attempt(async () => {
        setView(await ask('bucket.forget', how));
        setTrial(undefined);
      }),
  };
}
