import { all, attr, tagOf } from '../dom';
import { films } from '../film';
import { at, isObject, list, parseJson, string } from '../json';
import { known } from '../known';
import type { Page } from '../page';
import type { Copy, Sighting } from '../sighting';

/** Films that only a player's own set-up names: custom elements, `data-setup`, and calls in inline scripts. */
export function players(page: Page): Sighting[] {
  return [...elements(page), ...attributes(page), ...setups(page)];
}

function elements(page: Page): Sighting[] {
  return page.sweep.players.slice(0, 2_000).flatMap((element) => {
    const tag = tagOf(element);
    const playback = tag.startsWith('mux-') ? attr(element, 'playback-id') : '';
    const src = playback
      ? `https://stream.mux.com/${playback}.m3u8`
      : attr(element, 'src') || facade(element);
    return src
      ? seen(page, element, [{ url: src, type: attr(element, 'type') }], attr(element, 'poster'))
      : [];
  });
}

/** What stands for another house's player until it is clicked, and names only its film. */
function facade(element: Element): string {
  const wistia = /wistia_async_(\w+)/.exec(attr(element, 'class'))?.[1];
  if (wistia) return `https://fast.wistia.net/embed/iframe/${wistia}`;
  const id = ['videoid', 'data-videoid', 'data-youtube-id', 'data-id']
    .map((name) => attr(element, name))
    .find(Boolean);
  const house = `${tagOf(element)} ${attr(element, 'class')}`.includes('vimeo')
    ? 'player.vimeo.com/video'
    : 'www.youtube.com/embed';
  return id ? `https://${house}/${id}` : '';
}

function attributes(page: Page): Sighting[] {
  return Array.from(all(page.document, '[data-setup*="{"], [data-item*="{"]'))
    .slice(0, 50)
    .flatMap((element) => {
      const setup = attr(element, 'data-setup') || attr(element, 'data-item');
      const config = parseJson(setup.slice(0, 50_000));
      return seen(page, element, filesIn(config), string(at(config, 'poster')) ?? '');
    });
}

const setup = /jwplayer\([^)]*\)\s*\.setup\s*\(|playerInstance\.setup\s*\(/;
const named = /["']?(?:file|src)["']?\s*:\s*["']([^"'\s]+)["']/g;
/** What stands further away is the next entry of a playlist. */
const oneEntry = 1_500;

/** `jwplayer('x').setup({…})` is code, not JSON: the files are read off it, and nothing is run to read more. */
function setups(page: Page): Sighting[] {
  return page.scripts
    .holding('jwplayer')
    .slice(0, 5)
    .flatMap((script) => {
      const start = script.search(setup);
      const call = start < 0 ? '' : script.slice(start, start + oneEntry).replaceAll('\\/', '/');
      const copies = [...call.matchAll(named)].map(([, url = '']) => ({ url }));
      return seen(page, undefined, copies, /["']?image["']?\s*:\s*["']([^"'\s]+)["']/.exec(call)?.[1] ?? '');
    });
}

/** jwplayer's and video.js's ways of naming files: `file`, `sources: [{file|src, type, label}]`, `playlist: [{…}]`. */
export function filesIn(config: unknown): Copy[] {
  const entry = list(at(config, 'playlist'))[0] ?? at(config, 'clip') ?? config;
  const sources = [...list(at(entry, 'sources')), ...list(at(config, 'sources')), entry];
  return sources.slice(0, 20).flatMap((source) => {
    const url =
      string(at(source, 'file')) ??
      string(at(source, 'src')) ??
      (isObject(source) ? undefined : string(source));
    const type = string(at(source, 'type'));
    const height = Number.parseInt(string(at(source, 'label')) ?? '', 10);
    return url ? [{ url, ...known({ type }), ...(height > 0 ? { height } : {}) }] : [];
  });
}

function seen(page: Page, element: Element | undefined, copies: Copy[], poster: string): Sighting[] {
  return films(page, 'player', copies, {
    ...(element ? { element } : { declared: true }),
    ...known({ poster: page.resolve(poster) }),
  });
}
