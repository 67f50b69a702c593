/** The languages Ferry speaks, each by its own name; `browser` follows the browser. */
export const languages = [
  { tag: 'de', name: 'Deutsch' },
  { tag: 'en', name: 'English' },
  { tag: 'es', name: 'Español' },
] as const;
