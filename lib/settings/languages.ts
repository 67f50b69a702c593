/** The languages Ferry speaks, each by its own name; `browser` follows the browser. */
export const languages = [
  { tag: 'ar', name: 'العربية' },
  { tag: 'de', name: 'Deutsch' },
  { tag: 'en', name: 'English' },
  { tag: 'es', name: 'Español' },
  { tag: 'ja', name: '日本語' },
] as const;
