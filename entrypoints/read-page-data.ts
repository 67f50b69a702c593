import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPageData } from '../lib/finder/page-data';

/** Runs among the page's own scripts, on the few sites whose truth is only there. Gives back plain, bounded JSON. */
export default defineUnlistedScript({ globalName: false, main: () => readPageData(window) });
