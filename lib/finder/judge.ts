import { widthHint, widthOf } from './copies';
import { attr, boxOf, number, tagOf } from './dom';
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
  const widest = Math.max(0, ...copies.map(widthOf));
  if (
    sighting.kind === 'photo' &&
    (isSpeck(sighting, widest) || copies.every(({ url }) => isFurniture(url, widest)))
  )
    return 'not';
  if (copies.length > 0 && copies.every(({ url }) => isAdHost(url))) return 'not';
  if (!element) return 'own';
  const place = page.placeOf(element);
  if (place.inert || place.ad || isHiddenSlot(element)) return 'not';
  if (place.furniture || place.comment) return 'not';
  return isOwnPlace(place, page.url.href) ? 'own' : 'other';
}

/** Sizes that are known for sure come first; what the element is told to be shown at is the weakest word. */
function isSpeck({ element, copies }: Sighting, widest: number): boolean {
  const tall = Math.max(0, ...copies.map(({ height }) => height ?? 0));
  if (widest > 0 && isTooSmall(widest, tall)) return true;
  if (!element || tagOf(element) !== 'img') return false;
  const [natural, naturalHeight] = [number(element, 'naturalWidth'), number(element, 'naturalHeight')];
  const larger = copies.some(({ url, width }) => (width ?? widthHint(url) ?? 0) > Math.max(natural, 400));
  if (natural > 0 && !larger) {
    if (isTooSmall(natural, naturalHeight) || isStripe(natural, naturalHeight)) return true;
    const { width, height } = boxOf(element);
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

const toldSize = (element: Element, name: string) => {
  const written = attr(element, name).trim();
  return /^\d+(?:px)?$/.test(written) ? Number.parseInt(written, 10) : 0;
};

function isHiddenSlot(element: Element): boolean {
  return attr(element, 'hidden') !== '' && attr(element, 'data-ad-slot') !== '';
}
