/** The languages Ferry speaks, each by its own name; `browser` follows the browser. */
export const languages = [{ tag: 'en', name: 'English' }] as const;
