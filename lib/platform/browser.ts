/** The one place that names the browser's API; everything else in lib/platform takes it from here. */
export { browser } from 'wxt/browser';

/** Whether this build runs in Firefox: decided by the build, so the other half is dropped from the bundle. */
export const isFirefox: boolean = import.meta.env.FIREFOX;

/** Whether this page can be pointed at a folder and keep it in mind: Chrome and Edge. */
export const keepsFolders = 'showDirectoryPicker' in globalThis;
