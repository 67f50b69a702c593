import type { Stash } from '../media/stash';
import { openPanel } from '../platform/panel';
import { askForHosts } from '../platform/permissions';
import { activeTab, openPage, openTab, watchFront } from '../platform/tabs';
import { originalsHere } from './originals-here';

/** Only who picks, finds or shows a file pays for it. */
const keeping = () => import('./keep-file');

/** What a page does on its own side, not by asking: its tab, its files, its windows. */
export function createDevice() {
  let opened: Promise<Stash> | undefined;
  const stash = (): Promise<Stash> => {
    opened ??= keeping().then(({ openStash }) => openStash());
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
    watchFront,
    async keepFile(file: File) {
      const [{ keepFile }, kept] = await Promise.all([keeping(), stash()]);
      return keepFile(kept, file);
    },
    fileUrl(key: string): Promise<string | undefined> {
      const standing = urls.get(key) ?? urlOf(key);
      urls.set(key, standing);
      return standing;
    },
    originals: originalsHere(stash),
    openTab,
    openPage,
    openPanel,
    allowSites: (urls: readonly string[]) => askForHosts([...new Set(urls.flatMap(patternOf))]),
    close: () => window.close(),
  };
}

/** A whole host: a page's media stands at more than one address of it. */
function patternOf(address: string): string[] {
  const url = URL.parse(address);
  return url && /^https?:$/.test(url.protocol) ? [`${url.protocol}//${url.hostname}/*`] : [];
}
