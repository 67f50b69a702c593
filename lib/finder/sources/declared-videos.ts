import { attr } from '../dom';
import { films } from '../film';
import { known } from '../known';
import type { Page } from '../page';
import type { Copy, Sighting } from '../sighting';

/** Films the page names in its head. `og:video` is as often a player's page as a file: the type and the path tell. */
export function declaredVideos(page: Page): Sighting[] {
  return [...linkedData(page), ...openGraph(page), ...microdata(page)];
}

function linkedData(page: Page): Sighting[] {
  return page.data.videos.slice(0, 50).flatMap(({ urls, embed, poster, name, ...linked }) => {
    const { duration, ...size } = linked;
    const files: Copy[] = urls.map((url) => ({ url, ...(urls.length === 1 ? size : {}) }));
    // `embedUrl` is a player; but some write the manifest there.
    const said = embed ? [...files, { url: embed }] : files;
    const rest = { declared: true, ...known({ duration, poster: page.resolve(poster), alt: name }) };
    return orPlayer(films(page, 'json-ld', said, rest), 'json-ld', embed, rest);
  });
}

/** Each address is followed by its own type and size; several blocks may describe several copies of one film. */
function openGraph(page: Page): Sighting[] {
  const copies: Copy[] = [];
  // Some write a block's type before its address.
  let early: string | undefined;
  for (const { name, content } of page.head.metas) {
    const last = copies.at(-1);
    const pixels = Number.parseInt(content, 10) || 0;
    if (/^(?:og:video(?::url|:secure_url)?|twitter:player(?::stream)?)$/.test(name))
      copies.push({ url: content, ...(name.startsWith('og') && known({ type: early })) });
    else if (!last && name === 'og:video:type') early = content;
    else if (!last || copies.length > 40) continue;
    else if (/^(?:og:video:type|twitter:player:stream:content_type)$/.test(name)) last.type = content;
    else if (name === 'og:video:height') last.height = pixels;
    else if (name === 'og:video:width') last.width = pixels;
  }
  const duration = Number(page.head.value('og:video:duration', 'video:duration'));
  const rest = { declared: true, ...known({ duration }) };
  const isFilm = page.head.value('og:type')?.startsWith('video');
  return orPlayer(films(page, 'og', copies, rest), 'og', isFilm ? copies[0]?.url : undefined, rest);
}

/** A film the page declares and whose player alone it names: there, and out of reach. */
function orPlayer(
  found: Sighting[],
  from: string,
  player: string | undefined,
  rest: Partial<Sighting>,
): Sighting[] {
  if (found.length > 0 || !player) return found;
  return [{ kind: 'video', status: 'embed-only', from, copies: [], key: player, ...rest }];
}

function microdata(page: Page): Sighting[] {
  const links = page.head.links.filter(
    (link) =>
      /^contentURL$/i.test(attr(link, 'itemprop')) ||
      (attr(link, 'rel') === 'preload' && attr(link, 'as') === 'video'),
  );
  const urls = [...page.head.values('contenturl'), ...links.map((link) => attr(link, 'href'))];
  return urls.slice(0, 20).flatMap((url) => films(page, 'microdata', [{ url }], { declared: true }));
}
