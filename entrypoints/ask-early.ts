import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askEarly, readEarly } from '../lib/platform/early';
import { settingsKey } from '../lib/settings/key';

/**
 * The popup's first script, before any of its modules: the page is looked at, and the settings are read, while
 * everything that shows them is loaded.
 */
export default defineUnlistedScript({
  globalName: false,
  main() {
    askEarly('background', 'page.look', {});
    readEarly(settingsKey);
  },
});
