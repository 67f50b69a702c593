import { useSyncExternalStore } from 'react';

const dark = () => matchMedia('(prefers-color-scheme: dark)');

function subscribe(changed: () => void): () => void {
  const media = dark();
  const watch = new MutationObserver(changed);
  media.addEventListener('change', changed);
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    media.removeEventListener('change', changed);
    watch.disconnect();
  };
}

/** `light` or `dark`, whoever decided it: for what is drawn rather than styled. */
export const useShownTheme = (): string =>
  useSyncExternalStore(
    subscribe,
    () => document.documentElement.dataset.theme ?? (dark().matches ? 'dark' : 'light'),
  );
