import { browser } from './browser';

export interface Injected {
  frameId: number;
  result: unknown;
}

/** The files this build injects. */
export type InjectedFile = '/find-media.js' | '/find-on-sites.js' | '/read-page-data.js';

interface Where {
  tabId: number;
  allFrames?: boolean;
  world?: 'ISOLATED' | 'MAIN';
}

/** Files run in the order they are named; the value is the last one's, awaited where it is a promise. */
export async function injectFiles(
  { tabId, allFrames = false, world = 'ISOLATED' }: Where,
  files: InjectedFile[],
): Promise<Injected[]> {
  const results = await browser.scripting.executeScript({ target: { tabId, allFrames }, files, world });
  return results.map(({ frameId, result }) => ({ frameId, result }));
}

/** Leaves a value in the isolated world of every frame, for the files that come next to take. */
export async function injectValue(tabId: number, name: string, value: unknown): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: (key: string, given: unknown) => {
      Reflect.set(globalThis, key, given);
    },
    args: [name, value],
  });
}
