import { useCallback, useEffect, useState } from 'react';
import { type ErrorData, toErrorData } from '../../lib/errors/app-error';

export interface Asked<T> {
  value: T | undefined;
  error: ErrorData | undefined;
  /** Asks again, showing the old answer until the new one is there. */
  again: () => void;
}

/** Asks a question when the component appears, and again when `question` changes. */
export function useAsked<T>(question: () => Promise<T>): Asked<T> {
  const [answer, setAnswer] = useState<{ value?: T; error?: ErrorData }>({});
  const [turn, setTurn] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn is a new question
  useEffect(() => {
    let gone = false;
    question().then(
      (value) => !gone && setAnswer({ value }),
      (error) => !gone && setAnswer((old) => ({ ...old, error: toErrorData(error) })),
    );
    return () => {
      gone = true;
    };
  }, [question, turn]);

  const again = useCallback(() => setTurn((old) => old + 1), []);
  return { value: answer.value, error: answer.error, again };
}
