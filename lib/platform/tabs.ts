import { browser } from './browser';

export interface ActiveTab {
  id: number;
  url: string | undefined;
}

/** The tab the person looks at. Its address is known only where they have pressed our button, or granted the site. */
export async function activeTab(): Promise<ActiveTab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? undefined : { id: tab.id, url: tab.url };
}

export async function readTab(tabId: number): Promise<ActiveTab | undefined> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.id === undefined ? undefined : { id: tab.id, url: tab.url };
}

/** For addresses that others wrote: TikTok's answers, an import. Only what is on the web opens, whatever the browser would allow. */
export function openTab(url: string): void {
  if (/^https?:$/.test(URL.parse(url)?.protocol ?? '')) void browser.tabs.create({ url });
}

/** One of our own pages, in a tab. */
export function openPage(path: string): void {
  void browser.tabs.create({ url: browser.runtime.getURL(path as '/compose.html') });
}

/** The tab in front of this window, whenever it is another one or shows another page. Gives back the end of it. */
export function watchFront(hear: (tabId: number) => void): () => void {
  const own = browser.windows.getCurrent().then(({ id }) => id);
  const shown = ({ tabId, windowId }: { tabId: number; windowId: number }) =>
    void own.then((id) => id === windowId && hear(tabId));
  const loaded = (
    tabId: number,
    { status }: { status?: string | undefined },
    { active, windowId }: { active: boolean; windowId?: number | undefined },
  ) => {
    if (status === 'complete' && active && windowId !== undefined) shown({ tabId, windowId });
  };
  browser.tabs.onActivated.addListener(shown);
  browser.tabs.onUpdated.addListener(loaded);
  return () => {
    browser.tabs.onActivated.removeListener(shown);
    browser.tabs.onUpdated.removeListener(loaded);
  };
}

/** Registered in the first tick, or the closing that wakes the worker is missed. */
export function onTabClosed(hear: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener((tabId) => hear(tabId));
}

export function onBrowserStart(hear: () => void): void {
  browser.runtime.onStartup.addListener(hear);
}

export async function openTabForId(url: string): Promise<number> {
  const { id } = await browser.tabs.create({ url });
  if (id === undefined) throw new Error('the new tab has no id');
  return id;
}

/** Already closed is as good. */
export async function closeTab(tabId: number): Promise<void> {
  await browser.tabs.remove(tabId).catch(() => {});
}

/** Registered in the first tick. Told only of addresses on hosts the person has granted. */
export function onTabAddress(hear: (tabId: number, address: string) => void): void {
  browser.tabs.onUpdated.addListener((tabId, { url }) => {
    if (url) hear(tabId, url);
  });
}
