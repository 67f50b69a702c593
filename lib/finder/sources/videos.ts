import { attributeCopies } from '../copies';
import { all, attr, flag, has, number, text } from '../dom';
import { films } from '../film';
import { parseJson } from '../json';
import { known } from '../known';
import type { Page } from '../page';
import { isFurniture } from '../reject';
import type { Copy, Sighting } from '../sighting';
import { filesIn } from './players';

const lazy = [
  'data-src',
  'data-video-src',
  'data-mp4',
  'data-hd-src',
  'data-video',
  'data-video-url',
  'data-hls',
  'data-mp4-src',
  'data-url',
];

const most = 60;

/** `video` in every way it names its film; all its sources are one thing. */
export function videos(page: Page): Sighting[] {
  return page.sweep.videos.slice(0, most).flatMap((element) => {
    const duration = number(element, 'duration');
    if (duration > 0 && duration < 1) return [];
    const poster = ['poster', 'data-poster', 'data-poster-url']
      .map((name) => page.resolve(attr(element, name)))
      .find((url) => url && !isFurniture(url));
    const alt = attr(element, 'title') || attr(element, 'aria-label');
    return films(page, 'video', addresses(element), { element, ...known({ duration, poster, alt }) });
  });
}

function addresses(element: Element): Array<Copy & { trusted?: boolean }> {
  const named = (target: Element): Copy[] =>
    ['src', ...lazy].flatMap((name) => {
      const url = attr(target, name).trim();
      const type = attr(target, 'type');
      const height = Number.parseInt(
        attr(target, 'size') || attr(target, 'res') || attr(target, 'label'),
        10,
      );
      return url ? [{ url, ...known({ type }), ...(height > 100 ? { height } : {}) }] : [];
    });
  const shown = {
    url: text(element, 'currentSrc'),
    ...known({ width: number(element, 'videoWidth'), height: number(element, 'videoHeight') }),
  };
  const sources = Array.from(all(element, 'source')).slice(0, 20);
  const extra = attributeCopies(element, (raw) => raw).filter(({ url }) =>
    /\.(?:mp4|webm|m3u8|mov)/i.test(url),
  );
  const listed = filesIn({ sources: parseJson(attr(element, 'data-sources').slice(0, 50_000)) });
  return [...named(element), shown, ...sources.flatMap(named), ...extra, ...listed].map((copy) => ({
    ...copy,
    trusted: true,
  }));
}

/** A film that runs by itself, silent and without controls, fixed behind the page, is decoration. */
export function isDecoration(element: Element, position: string): boolean {
  const silent = has(element, 'muted') || flag(element, 'muted');
  const bare = has(element, 'autoplay') && has(element, 'loop') && silent && !has(element, 'controls');
  return (
    bare &&
    (/^(?:fixed|absolute)$/.test(position) || /bg|background|hero|banner|cover/i.test(attr(element, 'class')))
  );
}

export function isPlaying(element: Element): boolean {
  return number(element, 'currentTime') > 0 && !flag(element, 'paused') && !flag(element, 'ended');
}
