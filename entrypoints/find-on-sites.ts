import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { hand } from '../lib/finder/handed';
import { askSite } from '../lib/finder/site-request';
import { sites } from '../lib/finder/sites';

/** Goes before `find-media` on the sites that are known, so that all other pages are spared its weight. */
export default defineUnlistedScript({
  globalName: false,
  main: () => hand('ferrySites', { sites, ask: askSite }),
});
