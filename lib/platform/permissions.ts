import { browser } from './browser';

/** TikTok's hosts: granted at install in Chrome, but in Firefox a person may withhold or take them back. */
export const tiktokHosts = ['https://*.tiktokapis.com/*'];

/** Asks at once, without looking first: a browser shows its question only within the click, and none if it is granted. */
export const askForHosts = (origins: string[]): Promise<boolean> => browser.permissions.request({ origins });

/** Whether Ferry may read this address whatever its server says. */
export async function hasHost(address: string): Promise<boolean> {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  return browser.permissions.contains({ origins: [`${url.protocol}//${url.hostname}/*`] });
}

/** The sites the person has allowed beyond what Ferry needs for TikTok. */
export async function allowedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => !tiktokHosts.includes(origin));
}

export async function forgetSite(origin: string): Promise<void> {
  await browser.permissions.remove({ origins: [origin] });
}
