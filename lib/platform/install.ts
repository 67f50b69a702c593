import { browser } from './browser';

/** Registered in the first tick: the browser tells of an installation once. */
export function onFirstInstall(hear: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') hear();
  });
}

export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();
