import { createContext, type ReactNode, useContext } from 'react';
import type { Words } from '../../lib/words';

const WordsContext = createContext<Words | undefined>(undefined);

export function WordsProvider({ words, children }: { words: Words; children: ReactNode }) {
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('no words: wrap the page with WordsProvider');
  return words;
}
