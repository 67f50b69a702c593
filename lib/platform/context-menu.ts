import { browser } from './browser';

export interface Clicked {
  tabId: number;
  windowId: number | undefined;
  /** Address of the picture or film itself. */
  src: string | undefined;
  link: string | undefined;
}

const contexts = ['image', 'video', 'link', 'page'] as const;

/**
 * One entry for every kind of thing, since the browser folds several of one extension into a submenu. It is there on sites
 * that are switched off too: a menu can name the addresses it is for, never those it is not for, and to know where a tab
 * is would take a permission. Whoever uses it there is told so, with the way back beside it.
 */
export function installContextMenu(title: string): void {
  browser.contextMenus.removeAll().then(
    () => browser.contextMenus.create({ id: 'ferry', title, contexts: [...contexts] }),
    () => {},
  );
}

/** The same entry in other words. Where it is not there yet, it will be made with them. */
export function nameContextMenu(title: string): void {
  browser.contextMenus.update('ferry', { title }).catch(() => {});
}

/** Registered in the first tick, or the click that wakes the worker is missed. */
export function onContextMenu(hear: (clicked: Clicked) => void): void {
  browser.contextMenus.onClicked.addListener(({ srcUrl, linkUrl }, tab) => {
    if (tab?.id !== undefined) hear({ tabId: tab.id, windowId: tab.windowId, src: srcUrl, link: linkUrl });
  });
}

/** The popup, where the browser lets us open it; else the same in a tab of its own. */
export async function openPopupFor(tabId: number, windowId: number | undefined): Promise<void> {
  try {
    await browser.action.openPopup(windowId === undefined ? undefined : { windowId });
  } catch {
    await browser.tabs.create({
      url: browser.runtime.getURL(`/compose.html?tab=${tabId}` as '/compose.html'),
    });
  }
}
