import { browser } from './browser';

/** Any call of the browser's API puts off the end of an idle background; this one costs nothing. */
const every = 10_000;

/** Keeps this background from being ended for as long as the work takes. */
export async function whileAwake<T>(work: () => Promise<T>): Promise<T> {
  const staying = setInterval(() => void browser.runtime.getPlatformInfo(), every);
  try {
    return await work();
  } finally {
    clearInterval(staying);
  }
}
