import { mediumOf } from '../address';
import { all, attr, first, words } from '../dom';
import { known } from '../known';
import type { Page } from '../page';
import { photo, type Sighting, video } from '../sighting';
import { copiesOf } from '../sources/images';
import type { SiteReading } from './site';

/** The older pages, at old.reddit.com and for those who chose them: everything stands in the post's own box. */
export function oldReddit(page: Page, id: string): SiteReading | undefined {
  const post = first(page.document, `.thing[data-fullname="t3_${id}"]`);
  if (!post) return undefined;
  const author = attr(post, 'data-author');
  const title = words(first(post, 'a.title'));
  const films = filmsOf(page, post);
  return {
    offer: 'alone',
    sightings: films.length > 0 ? films : picturesOf(page, post),
    keep: ({ element }) => element !== undefined && post.contains(element),
    material: { ...known({ title }), ...(author ? { author, handle: `u/${author}` } : {}) },
  };
}

/** The file beside the stream is a preview without sound. */
function filmsOf(page: Page, post: Element): Sighting[] {
  const player = first(post, '[data-hls-url]');
  const url = player && page.resolve(attr(player, 'data-hls-url'));
  return url ? [video('', [{ url }], { status: 'hls' })] : [];
}

function picturesOf(page: Page, post: Element): Sighting[] {
  const shown = Array.from(all(post, '.media-preview-content img, .gallery-preview img')).map((image) =>
    photo('', copiesOf(page, image)),
  );
  const url = page.resolve(attr(post, 'data-url'));
  const upload = url && mediumOf(url) === 'image' ? [photo('', [{ url }])] : [];
  return shown.length > 1 ? shown : [...upload, ...shown];
}
