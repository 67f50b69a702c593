import { hashtagsIn } from '../caption';
import { attr, first, words } from '../dom';
import { amount, at, isObject, type JsonObject, jsonAfter, list, string } from '../json';
import { known } from '../known';
import type { Page } from '../page';
import { photo, type Sighting, video } from '../sighting';
import { knownSites } from './known-sites';
import type { Site, SiteReading } from './site';

/**
 * YouTube's terms let nobody but YouTube hand out its streams: their addresses are never read. Offered are the
 * words, the thumbnail, and the id by which the creator's own file is asked for.
 */
export const youtube: Site = {
  name: 'youtube',
  matches: knownSites.youtube,
  read(page) {
    const id = videoIdOf(page.url);
    if (!id) return { offer: 'nothing' };
    const player = playerOf(page, id);
    if (!player && isGone(page)) return { offer: 'nothing' };
    return {
      offer: 'alone',
      videoId: id,
      sightings: sightingsOf(page, id, player),
      ...saying(page, id, player),
    };
  },
};

/** The address alone says which video this is: inline data and head stay those of the first page of the tab. */
export function videoIdOf(url: URL): string | undefined {
  const path = /^\/(?:shorts|live|embed|v)\/([\w-]{11})/.exec(url.pathname)?.[1];
  const short = url.hostname === 'youtu.be' ? /^\/([\w-]{11})/.exec(url.pathname)?.[1] : undefined;
  const watched = url.searchParams.get('v') ?? '';
  return path ?? short ?? (/^[\w-]{11}$/.test(watched) ? watched : undefined);
}

const inlinePlayers = (page: Page): unknown[] =>
  page.scripts
    .holding('ytInitialPlayerResponse')
    .map((script) => jsonAfter(script, /ytInitialPlayerResponse\s*=\s*\{/, page.environment.limits.jsonBlock))
    .filter((player) => player !== undefined);

function playerOf(page: Page, id: string): JsonObject | undefined {
  for (const read of [() => list(at(page.environment.pageData, 'players')), () => inlinePlayers(page)]) {
    const found = read().find((player) => at(player, 'videoDetails', 'videoId') === id);
    if (isObject(found)) return found;
  }
  return undefined;
}

/** Removed, private or never there: the page that was loaded says so, and describes no video. */
function isGone(page: Page): boolean {
  const loaded = inlinePlayers(page);
  return (
    !page.head.value('og:title') &&
    loaded.length > 0 &&
    loaded.every((player) => isObject(player) && !player.videoDetails)
  );
}

const formatOf = (player: JsonObject | undefined) => at(player, 'microformat', 'playerMicroformatRenderer');

function sightingsOf(page: Page, id: string, player: JsonObject | undefined): Sighting[] {
  const thumbnails = thumbnailsOf(page, id, player);
  const duration = amount(at(player, 'videoDetails', 'lengthSeconds'));
  const title = string(at(player, 'videoDetails', 'title'));
  const rest = known({ alt: title });
  const poster = thumbnails.at(-1);
  return [
    photo(
      '',
      thumbnails.map((url) => ({ url })),
      { key: `youtube:${id}:thumbnail`, ...rest },
    ),
    video('', [], {
      status: 'policy-refused',
      key: `youtube:${id}`,
      ...rest,
      ...known({ duration, poster }),
    }),
  ];
}

/** Rungs from the largest the page itself names; where it names none, all of them, to be proved by loading. */
function thumbnailsOf(page: Page, id: string, player: JsonObject | undefined): string[] {
  const ladder = ['maxresdefault', 'sddefault', 'hqdefault'];
  const named = [
    string(at(formatOf(player), 'thumbnail', 'thumbnails', 0, 'url')),
    page.head.value('og:image'),
  ].find((url) => url?.includes(`/${id}/`));
  const rung = ladder.findIndex((size) => named?.includes(size));
  return ladder.slice(Math.max(0, rung)).map((size) => `https://i.ytimg.com/vi/${id}/${size}.jpg`);
}

function saying(
  page: Page,
  id: string,
  player: JsonObject | undefined,
): Pick<SiteReading, 'material' | 'ownedByViewer'> {
  const details = at(player, 'videoDetails');
  const shown = player ? {} : shownWords(page);
  const title = string(at(details, 'title')) ?? shown.title;
  const description =
    string(at(details, 'shortDescription')) ??
    string(at(formatOf(player), 'description', 'simpleText')) ??
    shown.description;
  const author = string(at(details, 'author')) ?? shown.author;
  const handle = /@[\w.-]+$/.exec(
    string(at(formatOf(player), 'ownerProfileUrl')) ?? shown.profile ?? '',
  )?.[0];
  const owned = at(details, 'isOwnerViewing');
  return {
    material: {
      title: title ?? '',
      description: description ?? '',
      author: author ?? '',
      handle: handle ?? '',
      hashtags: hashtagsIn(`${title ?? ''}\n${description ?? ''}\n${player ? aboveTitle(page, id) : ''}`),
      url: page.url.pathname.startsWith('/shorts/')
        ? `https://www.youtube.com/shorts/${id}`
        : `https://www.youtube.com/watch?v=${id}`,
    },
    ...(typeof owned === 'boolean' ? { ownedByViewer: owned } : {}),
  };
}

/** The links above the title; they belong to the page that was loaded, as the inline data around them does. */
function aboveTitle(page: Page, id: string): string {
  const [script] = page.scripts.holding('superTitleLink');
  if (!script || !page.head.value('og:url')?.includes(id)) return '';
  const runs = list(at(jsonAfter(script, /"superTitleLink"\s*:\s*\{/, 20_000), 'runs'));
  return runs.map((run) => string(at(run, 'text')) ?? '').join(' ');
}

/**
 * After in-app navigation with nothing else to go by: what the page shows. The tab's title follows the navigation,
 * but a little late: while it still is the old page's, it says nothing.
 */
function shownWords({ document, head }: Page): {
  title?: string;
  author?: string;
  description?: string;
  profile?: string;
} {
  const read = (selector: string, longest?: number) => words(first(document, selector), longest);
  const profile = first(
    document,
    '#owner a[href^="/@"], .ytReelChannelBarViewModelChannelName a[href^="/@"]',
  );
  const tab = read('title').replace(/^\(\d+\)\s*|\s+-\s+YouTube$/g, '');
  const shown = read(
    'h1.ytd-watch-metadata, ytd-watch-metadata h1, .ytShortsVideoTitleViewModelShortsVideoTitle',
  );
  return {
    title: shown || (tab === head.value('og:title') ? '' : tab),
    author: read('#owner #channel-name a, ytd-channel-name a, .ytReelChannelBarViewModelChannelName'),
    description: read('#description-inline-expander, ytd-text-inline-expander', 5_000),
    profile: profile ? attr(profile, 'href') : '',
  };
}
