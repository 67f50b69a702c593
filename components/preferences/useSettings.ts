import { useCallback, useRef, useState } from 'react';
import { type ErrorData, toErrorData } from '../../lib/errors/app-error';
import { ask } from '../../lib/messages/client';
import type { Settings, SettingsChange } from '../../lib/settings/settings';
import { useAsked } from '../hooks/useAsked';
import { useNotices } from '../hooks/useNotices';

const load = () => ask('settings.read', undefined);

export interface SettingsInHand {
  settings: Settings | undefined;
  error: ErrorData | undefined;
  change: (change: SettingsChange) => void;
}

/** The settings, and a way to change them that shows at once. */
export function useSettings(): SettingsInHand {
  const { value, error, again } = useAsked(load);
  const [changed, setChanged] = useState<SettingsChange>({});
  const [failed, setFailed] = useState<ErrorData>();
  useNotices(({ about }) => {
    if (about !== 'settings') return;
    setChanged({});
    again();
  });
  const turn = useRef(0);

  const change = useCallback((asked: SettingsChange) => {
    turn.current += 1;
    const mine = turn.current;
    setFailed(undefined);
    setChanged((before) => ({ ...before, ...asked }));
    ask('settings.change', asked).then(
      // More may come back than was asked: following brings what other devices know. An older answer is out of date.
      (kept) => mine === turn.current && setChanged(kept),
      (thrown) => setFailed(toErrorData(thrown)),
    );
  }, []);
  return {
    settings: value && Object.assign({}, value, changed),
    error: failed ?? error,
    change,
  };
}
