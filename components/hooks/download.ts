/** Hands the person a file, as if they had saved it from a page. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun by the next turn; holding on for a while costs nothing.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** `ferry-followers-2026-11-21.csv` */
export const fileName = (what: string, ending: string): string =>
  `ferry-${what}-${new Date().toISOString().slice(0, 10)}.${ending}`;
