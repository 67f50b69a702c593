import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { lookAround } from '../lib/finder/look-around';

/**
 * Injected on a click; its value is what it found. `globalName: false` makes the built file one anonymous
 * expression, so nothing is left in the page and `executeScript` still gets the value.
 */
export default defineUnlistedScript({ globalName: false, main: () => lookAround(window) });
