import type { InjectedFile } from '../platform/scripting';
import type { ActiveTab } from '../platform/tabs';
import { defaultLimits } from './environment';
import type { PageFindings } from './finding';
import type { FocusStore } from './focus';
import { type FrameResult, mergeFrames } from './merge-frames';
import { nothing, restrictionOf } from './restricted';
import { sitesFor } from './sites-for';

export interface LookDependencies {
  tabs: { active(): Promise<ActiveTab | undefined>; read(tabId: number): Promise<ActiveTab | undefined> };
  inject: {
    files(
      where: { tabId: number; allFrames?: boolean; world?: 'ISOLATED' | 'MAIN' },
      files: InjectedFile[],
    ): Promise<FrameResult[]>;
    value(tabId: number, name: string, value: unknown): Promise<void>;
  };
  focus: Pick<FocusStore, 'take'>;
  /** Whether the person switched Ferry off on the site of this address. */
  isOff: (address: string | undefined) => Promise<boolean>;
}

export type LookAtPage = (tabId?: number) => Promise<PageFindings>;

/** Looks at the page in a tab: injects the finder, and believes nothing it brings before it is parsed. */
export function createLook({ tabs, inject, focus, isOff }: LookDependencies): LookAtPage {
  return async (tabId) => {
    const tab = tabId === undefined ? await tabs.active() : await tabs.read(tabId);
    if (!tab) return nothing('', 'restricted-page');
    const restriction = restrictionOf(tab.url);
    if (restriction) return nothing(tab.url ?? '', restriction);
    if (await isOff(tab.url)) return nothing(tab.url ?? '', 'off-here');
    try {
      const found = mergeFrames(await injectAll(tab), defaultLimits.findings);
      return found ?? nothing(tab.url ?? '', 'restricted-page');
    } catch {
      // The browser refuses by throwing, in words of its own that differ from one to the next.
      return nothing(tab.url ?? '', 'restricted-page');
    }
  };

  async function injectAll({ id, url }: ActiveTab): Promise<FrameResult[]> {
    const { adapters, pageData } = sitesFor(url);
    const [read] = pageData
      ? await inject.files({ tabId: id, world: 'MAIN' }, ['/read-page-data.js']).catch(() => [])
      : [];
    const focused = await focus.take(id);
    if (read?.result || focused) {
      await inject.value(id, 'ferryGiven', {
        ...(read?.result ? { pageData: read.result } : {}),
        ...(focused ? { focus: focused } : {}),
      });
    }
    const finder: InjectedFile[] = ['/find-media.js'];
    return inject.files({ tabId: id, allFrames: true }, adapters ? ['/find-on-sites.js', ...finder] : finder);
  }
}
