import { useCallback, useEffect, useState } from 'react';
import { type ErrorData, toErrorData } from '../../lib/errors/app-error';
import { catalog, type ErrorCode } from '../../lib/errors/catalog';
import type { Creator } from '../../lib/tiktok/creator';
import { usePort } from '../hooks/port';

export interface CreatorAnswer {
  creator?: Creator | undefined;
  error?: ErrorData | undefined;
  askAgain: () => void;
}

/** TikTok's word about the account, asked anew each time the posting screen opens or the account changes. */
export function useCreator(accountId: string | undefined): CreatorAnswer {
  const port = usePort();
  const [turn, setTurn] = useState(0);
  const [answer, setAnswer] = useState<{ of: string; creator?: Creator; error?: ErrorData }>();
  const askAgain = useCallback(() => setTurn((old) => old + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn asks again, with the old answer in sight
  useEffect(() => {
    if (!accountId) return;
    let gone = false;
    const hear = (news: { creator?: Creator; error?: ErrorData }) =>
      !gone && setAnswer({ of: accountId, ...news });
    port.creator(accountId).then(
      (creator) => hear({ creator }),
      (error) => hear({ error: toErrorData(error) }),
    );
    return () => {
      gone = true;
    };
  }, [port, accountId, turn]);

  const wait = answer?.error && patienceFor(answer.error.code);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer starts a wait of its own
  useEffect(() => {
    if (!wait) return;
    const timer = setTimeout(askAgain, wait);
    return () => clearTimeout(timer);
  }, [wait, answer, askAgain]);

  const current = answer?.of === accountId ? answer : undefined;
  return { creator: current?.creator, error: current?.error, askAgain };
}

/** What passes by itself is asked about again by itself; a cap of a day does not pass while one looks at it. */
function patienceFor(code: ErrorCode): number | undefined {
  if (code === 'rate_limit_exceeded' || code === 'offline') return 15_000;
  return catalog[code].retry === 'now' ? 5_000 : undefined;
}
