import { browser, isFirefox } from './browser';

/** Firefox has a sidebar, and wants it opened in the very event of the press; the types know only Chrome's panel. */
interface WithSidebar {
  sidebarAction: { open(): Promise<void> };
}
const hasSidebar = (api: object): api is WithSidebar => 'sidebarAction' in api;

/** Ferry beside the page, where it stays while the person goes from one to the next. Only in the event of a press. */
export async function openPanel(): Promise<void> {
  if (isFirefox) {
    if (hasSidebar(browser)) await browser.sidebarAction.open();
    return;
  }
  const { id: windowId } = await browser.windows.getCurrent();
  if (windowId !== undefined) await browser.sidePanel.open({ windowId });
}
