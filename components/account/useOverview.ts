import { useCallback, useEffect, useState } from 'react';
import type { Overview } from '../../lib/accounts/overview';
import { type ErrorData, toErrorData } from '../../lib/errors/app-error';
import { ask } from '../../lib/messages/client';
import { notices } from '../../lib/messages/notices';

interface Seen {
  overview?: Overview;
  error?: ErrorData;
}

/** The accounts as they are now, and as they become. */
export function useOverview() {
  const [seen, setSeen] = useState<Seen>({});

  const read = useCallback(async () => {
    try {
      setSeen({ overview: await ask('accounts.overview', undefined) });
    } catch (error) {
      setSeen((before) => ({ ...before, error: toErrorData(error) }));
    }
  }, []);

  useEffect(() => {
    void read();
    return notices.listen(({ about }) => {
      if (about === 'accounts') void read();
    });
  }, [read]);

  return { ...seen, read };
}
