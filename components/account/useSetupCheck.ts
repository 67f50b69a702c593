import { useEffect, useState } from 'react';
import type { AppView } from '../../lib/accounts/credentials';
import type { SetupCheck } from '../../lib/accounts/setup-check';
import { toErrorData } from '../../lib/errors/app-error';
import { ask } from '../../lib/messages/client';

/** TikTok's word on the app's key and secret: asked when the guide opens, and anew after each change. */
export function useSetupCheck({ revision }: AppView): SetupCheck | undefined {
  const [answer, setAnswer] = useState<{ to: number; check: SetupCheck }>();

  useEffect(() => {
    let isOld = false;
    ask('accounts.check', undefined)
      .catch((error: unknown): SetupCheck => ({ keys: 'unknown', error: toErrorData(error) }))
      .then((check) => {
        if (!isOld) setAnswer({ to: revision, check });
      });
    return () => {
      isOld = true;
    };
  }, [revision]);

  return answer?.to === revision ? answer.check : undefined;
}
