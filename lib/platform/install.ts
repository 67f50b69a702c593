import { browser } from './browser';

/** Registered in the first tick: the browser tells of an installation once. */
export function onFirstInstall(hear: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') hear();
  });
}

/** After an update too: what was set up once in the browser's own menus is set up again. */
export function onInstallOrUpdate(hear: () => void): void {
  browser.runtime.onInstalled.addListener(() => hear());
}

export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();
