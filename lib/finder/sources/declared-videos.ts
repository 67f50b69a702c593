import { mediumOf } from '../address';
import { attr } from '../dom';
import { filmOf } from '../film';
import { known } from '../known';
import type { Page } from '../page';
import { type Copy, type Sighting, video } from '../sighting';

/** Films the page names in its head. `og:video` is as often a player's page as a file: the type and the path tell. */
export function declaredVideos(page: Page): Sighting[] {
  return [...linkedData(page), ...openGraph(page), ...microdata(page)];
}

function linkedData(page: Page): Sighting[] {
  return page.data.videos.slice(0, 50).flatMap((linked) => {
    const size = {
      ...(linked.width ? { width: linked.width } : {}),
      ...(linked.height ? { height: linked.height } : {}),
    };
    const files: Copy[] = linked.urls.map((url) => ({ url, ...(linked.urls.length === 1 ? size : {}) }));
    // `embedUrl` is a player; but some write the manifest there.
    const film = filmOf(page, [...files, ...(linked.embed ? [{ url: linked.embed }] : [])]);
    const poster = page.resolve(linked.poster) ?? film?.poster;
    if (!film) return [];
    return [
      video('json-ld', film.copies, {
        status: film.status,
        declared: true,
        ...(film.key ? { key: film.key } : {}),
        ...(linked.duration ? { duration: linked.duration } : {}),
        ...known({ poster }),
        ...(linked.name ? { alt: linked.name } : {}),
      }),
    ];
  });
}

/** Each address is followed by its own type and size; several blocks may describe several copies of one film. */
function openGraph(page: Page): Sighting[] {
  const copies: Copy[] = [];
  for (const { name, content } of page.head.metas) {
    const last = copies.at(-1);
    if (/^(?:og:video(?::url|:secure_url)?|twitter:player:stream|twitter:player)$/.test(name))
      copies.push({ url: content });
    else if (last && /^(?:og:video:type|twitter:player:stream:content_type)$/.test(name)) last.type = content;
    else if (last && /^og:video:height$/.test(name) && mediumOf(last.url) === 'video')
      last.height = Number.parseInt(content, 10) || 0;
    else if (last && /^og:video:width$/.test(name) && mediumOf(last.url) === 'video')
      last.width = Number.parseInt(content, 10) || 0;
    if (copies.length > 40) break;
  }
  const film = filmOf(
    page,
    copies.map(({ height, width, ...copy }) => ({ ...copy, ...known({ height, width }) })),
  );
  if (!film) return [];
  const duration = Number(page.head.value('og:video:duration', 'video:duration'));
  return [
    video('og', film.copies, {
      status: film.status,
      declared: true,
      ...(film.key ? { key: film.key } : {}),
      ...(film.poster ? { poster: film.poster } : {}),
      ...(duration > 0 ? { duration } : {}),
    }),
  ];
}

function microdata(page: Page): Sighting[] {
  const links = page.head.links.filter((link) => /^(?:contentURL|contentUrl)$/.test(attr(link, 'itemprop')));
  const preloads = page.head.links.filter(
    (link) => attr(link, 'rel') === 'preload' && attr(link, 'as') === 'video',
  );
  const urls = [
    ...page.head.values('contenturl'),
    ...[...links, ...preloads].map((link) => attr(link, 'href')),
  ];
  return urls.slice(0, 20).flatMap((url) => {
    const film = filmOf(page, [{ url }]);
    return film
      ? [
          video('microdata', film.copies, {
            status: film.status,
            declared: true,
            ...(film.key ? { key: film.key } : {}),
          }),
        ]
      : [];
  });
}
