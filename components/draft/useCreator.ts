import { useCallback, useEffect, useState } from 'react';
import { type ErrorData, toErrorData } from '../../lib/errors/app-error';
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
  const of = `${accountId}#${turn}`;

  useEffect(() => {
    if (!accountId) return;
    let gone = false;
    const hear = (news: { creator?: Creator; error?: ErrorData }) => !gone && setAnswer({ of, ...news });
    port.creator(accountId).then(
      (creator) => hear({ creator }),
      (error) => hear({ error: toErrorData(error) }),
    );
    return () => {
      gone = true;
    };
  }, [port, accountId, of]);

  const askAgain = useCallback(() => setTurn((old) => old + 1), []);
  const current = answer?.of === of ? answer : undefined;
  return { creator: current?.creator, error: current?.error, askAgain };
}
