import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Words } from '../../lib/words';
import { WordsProvider } from '../hooks/useWords';
import { LiveRegion } from './LiveRegion';
import '../styles.css';

/** Puts a page into its shell, in the language of its words. */
export async function mount(page: ReactNode, coming: Promise<Words>): Promise<void> {
  const words = await coming;
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root');
  document.documentElement.lang = words.locale;
  document.documentElement.dir = words.direction;
  createRoot(root).render(
    <StrictMode>
      <WordsProvider words={words}>
        <LiveRegion>{page}</LiveRegion>
      </WordsProvider>
    </StrictMode>,
  );
}
