/** The part after # does not make another page. */
export function samePage(a: string | undefined, b: string | undefined): boolean {
  return a?.replace(/#.*$/, '') === b?.replace(/#.*$/, '');
}
