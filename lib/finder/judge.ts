import { attr, number, tagOf } from './dom';
import type { Page } from './page';
import { isOwnPlace } from './place';
import { isAdHost, isFurniture, isStripe, isTooSmall } from './reject';
import type { Sighting } from './sighting';

/** `own`: belongs to this page. `other`: media, but of another page. `not`: furniture, adverts, specks. */
export type Verdict = 'own' | 'other' | 'not';

/** Is this thing, by its name, its size and where it stands, what somebody would come to this page for? */
export function judge(page: Page, sighting: Sighting): Verdict {
  if (sighting.declared) return 'own';
  const { element, copies } = sighting;
  const widest = Math.max(0, ...copies.map(({ width }) => width ?? 0));
  if (
    sighting.kind === 'photo' &&
    (isSpeck(page, sighting, widest) || copies.every(({ url }) => isFurniture(url, widest)))
  )
    return 'not';
  if (copies.length > 0 && copies.every(({ url }) => isAdHost(url))) return 'not';
  return element ? judgePlace(page, element) : 'own';
}

/** By where it stands alone: a first sieve, since a page may hold thousands. */
export function judgePlace(page: Page, element: Element): Verdict {
  const place = page.placeOf(element);
  if (place.inert || place.ad || place.furniture || place.comment) return 'not';
  return isOwnPlace(place, page.url.href) ? 'own' : 'other';
}

/** Sizes that are known for sure come first; what the element is told to be shown at is the weakest word. */
function isSpeck(page: Page, { element, copies }: Sighting, widest: number): boolean {
  const tall = Math.max(0, ...copies.map(({ height }) => height ?? 0));
  if (widest > 0 && isTooSmall(widest, tall)) return true;
  if (!element || tagOf(element) !== 'img') return false;
  const [natural, naturalHeight] = [number(element, 'naturalWidth'), number(element, 'naturalHeight')];
  const larger = copies.some(({ width }) => (width ?? 0) > Math.max(natural, 400));
  if (natural > 0 && !larger) {
    if (isTooSmall(natural, naturalHeight) || isStripe(natural, naturalHeight)) return true;
    const { width, height } = page.boxOf(element);
    if (width > 0 && width < leastShown && height < leastShown) return true;
  }
  const [told, toldHeight] = [toldSize(element, 'width'), toldSize(element, 'height')];
  if (larger) return false;
  return (
    (told > 0 && told < leastTold) || (toldHeight > 0 && toldHeight < leastTold) || isStripe(told, toldHeight)
  );
}

const leastShown = 80;
const leastTold = 100;

/** `100%` is no size in pixels, but no small one either. */
const toldSize = (element: Element, name: string) => Number.parseInt(attr(element, name), 10) || 0;
