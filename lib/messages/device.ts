import type { Stash } from '../media/stash';
import { askForHosts } from '../platform/permissions';
import { activeTab, openPage, openTab } from '../platform/tabs';
import { keepFile, openStash } from './keep-file';
import { originalsHere } from './originals-here';

/** What a page does on its own side, not by asking: its tab, its files, its windows. */
export function createDevice() {
  let opened: Promise<Stash> | undefined;
  /** Only who picks or shows a file pays for the stash. */
  const stash = (): Promise<Stash> => {
    opened ??= openStash();
    return opened;
  };
  const urls = new Map<string, Promise<string | undefined>>();
  const urlOf = async (key: string): Promise<string | undefined> => {
    try {
      return URL.createObjectURL(await (await stash()).open(key));
    } catch {
      // The file is gone: the screen shows a blank, posting says why.
      return undefined;
    }
  };

  return {
    tab: activeTab,
    async keepFile(file: File) {
      return keepFile(await stash(), file);
    },
    fileUrl(key: string): Promise<string | undefined> {
      const standing = urls.get(key) ?? urlOf(key);
      urls.set(key, standing);
      return standing;
    },
    originals: originalsHere(stash),
    openTab,
    openPage,
    allowSites: (urls: readonly string[]) => askForHosts([...new Set(urls.flatMap(patternOf))]),
    close: () => window.close(),
  };
}

/** A whole host: a page's media stands at more than one address of it. */
function patternOf(address: string): string[] {
  const url = URL.parse(address);
  return url && /^https?:$/.test(url.protocol) ? [`${url.protocol}//${url.hostname}/*`] : [];
}
