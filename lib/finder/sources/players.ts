import { attr, tagOf } from '../dom';
import { filmOf } from '../film';
import { at, isObject, jsonAfter, list, parseJson, string } from '../json';
import { known } from '../known';
import type { Page } from '../page';
import { type Copy, type Sighting, video } from '../sighting';

/** Films that only a player's own set-up names: custom elements, `data-setup`, and calls in inline scripts. */
export function players(page: Page): Sighting[] {
  return [...elements(page), ...attributes(page), ...setups(page)];
}

function elements(page: Page): Sighting[] {
  return page.sweep.players.slice(0, 2_000).flatMap((element) => {
    const tag = tagOf(element);
    const playback = tag.startsWith('mux-') ? attr(element, 'playback-id') : '';
    const src = playback ? `https://stream.mux.com/${playback}.m3u8` : attr(element, 'src');
    return src
      ? seen(page, element, [{ url: src, type: attr(element, 'type') }], attr(element, 'poster'))
      : [];
  });
}

function attributes(page: Page): Sighting[] {
  const holders = [...page.sweep.videos, ...page.sweep.boxes.slice(0, 5_000)];
  return holders.flatMap((element) => {
    const setup = attr(element, 'data-setup') || attr(element, 'data-item');
    if (!setup.includes('{')) return [];
    const config = parseJson(setup.slice(0, 50_000));
    return seen(page, element, filesIn(config), string(at(config, 'poster')) ?? '');
  });
}

/** `jwplayer('x').setup({…})`: only what is written as JSON can be read, and nothing is run to read more. */
function setups(page: Page): Sighting[] {
  const scripts = page.scripts.holding('jwplayer').filter((script) => /\.setup\s*\(\s*\{/.test(script));
  return scripts.slice(0, 5).flatMap((script) => {
    const config = jsonAfter(script, /\.setup\s*\(\s*\{/, 100_000);
    const written = /["']?file["']?\s*:\s*["'](https?:[^"'\s]+|\/[^"'\s]+)["']/
      .exec(script)?.[1]
      ?.replaceAll('\\/', '/');
    const files = config === undefined ? (written ? [{ url: written }] : []) : filesIn(config);
    return seen(page, undefined, files, string(at(config, 'image')) ?? '');
  });
}

/** jwplayer's and video.js's ways of naming files: `file`, `sources: [{file|src, type, label}]`, `playlist: [{…}]`. */
function filesIn(config: unknown): Copy[] {
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
  const film = filmOf(page, copies);
  if (!film) return [];
  const picture = page.resolve(poster || undefined) ?? film.poster;
  return [
    video('player', film.copies, {
      status: film.status,
      ...(element ? { element } : { declared: true }),
      ...(film.key ? { key: film.key } : {}),
      ...known({ poster: picture }),
    }),
  ];
}
