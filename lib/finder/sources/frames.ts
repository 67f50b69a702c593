import { hostOf } from '../address';
import { hostFamily } from '../asset-key';
import { attr } from '../dom';
import { embedOf, manifestOf } from '../embeds';
import { films } from '../film';
import { known } from '../known';
import type { Page } from '../page';
import type { Sighting } from '../sighting';

const source = (page: Page, element: Element) =>
  page.resolve(attr(element, 'src') || attr(element, 'data-src') || attr(element, 'data-lazy-src'));

/** Films of other houses shown in a frame: known by their address, not reachable from here. */
export function frames(page: Page): Sighting[] {
  return page.sweep.frames.slice(0, 100).flatMap((element) => {
    const url = source(page, element);
    const isPlayer = url && (embedOf(url) || manifestOf(url));
    return isPlayer
      ? films(page, 'frame', [{ url }], { element, ...known({ alt: attr(element, 'title') }) })
      : [];
  });
}

/** Hosts of frames that could hold media of this page's own and stay closed until their host is granted. */
export function closedFrames(page: Page): string[] {
  const own = hostFamily(page.url.hostname);
  const hosts = page.sweep.frames.slice(0, 100).flatMap((element) => {
    const url = source(page, element);
    if (!url || embedOf(url) || (hostFamily(hostOf(url)) === own && hostOf(url) === page.url.hostname))
      return [];
    const place = page.placeOf(element);
    if (place.ad || place.furniture || notMedia.test(url) || page.boxOf(element).width < leastShown)
      return [];
    return [hostOf(url)];
  });
  return [...new Set(hosts)].filter(Boolean).slice(0, 20);
}

const leastShown = 100;
const notMedia =
  /google|facebook|twitter|captcha|consent|cookie|stripe|paypal|disqus|analytics|pixel|adserv|like|chat|\/ct\./i;
