import { ensureChromium, findFirefox } from '../../tools/setup.mjs';

/** Before any end-to-end test: the browsers, so that one file can be run by itself as well. */
export default function setup() {
  process.env.FERRY_CHROMIUM = ensureChromium();
  const firefox = findFirefox();
  if (firefox) process.env.FERRY_FIREFOX = firefox;
}
