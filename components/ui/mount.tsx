import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../styles.css';

/** Puts a page into its shell. */
export function mount(page: ReactNode): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root');
  createRoot(root).render(<StrictMode>{page}</StrictMode>);
}
