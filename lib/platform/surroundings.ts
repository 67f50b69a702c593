import { browser } from './browser';

/** What the browser says of itself, of this build, and of what the person has allowed. */
export const surroundings = {
  ferry: browser.runtime.getManifest().version,
  browser: navigator.userAgent,
  language: browser.i18n.getUILanguage(),
  async permissions(): Promise<{ permissions: string[]; origins: string[] }> {
    const { permissions = [], origins = [] } = await browser.permissions.getAll();
    return { permissions, origins };
  },
};

/** Bytes in use and bytes there may be, where the browser tells. */
export const estimateStorage = async (): Promise<{
  usage?: number | undefined;
  quota?: number | undefined;
}> => navigator.storage.estimate();
