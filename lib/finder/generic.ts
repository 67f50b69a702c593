import { copiesOfGroup, deduplicate, type Group, sizeOf } from './deduplicate';
import { ease } from './film';
import type { Finding } from './finding';
import { judge } from './judge';
import { known } from './known';
import type { Page } from './page';
import { type Ranked, rankPhotos, rankVideos } from './rank';
import { settleVideos } from './settle-videos';
import type { Sighting } from './sighting';
import { announcedBackgrounds, backgrounds } from './sources/backgrounds';
import { declaredImages } from './sources/declared';
import { declaredVideos } from './sources/declared-videos';
import { frames } from './sources/frames';
import { announcedImages, images } from './sources/images';
import { links } from './sources/links';
import { noscripts } from './sources/noscript';
import { players } from './sources/players';
import { requests } from './sources/requests';
import { videos } from './sources/videos';

/** Each looks at no more than a bounded number of things, so these are asked even where the sweep took all the time. */
const sources = [declaredVideos, declaredImages, videos, players, frames, images];
const ifThereIsTime = [links, requests, noscripts, backgrounds];

/** All that can be seen without knowing the site. Pauses between sources. */
export function* generic(page: Page, keep: (sighting: Sighting) => boolean): Generator<void, Finding[]> {
  const own: Sighting[] = [];
  for (const source of [...sources, ...ifThereIsTime]) {
    if (ifThereIsTime.includes(source) && !page.budget.left()) break;
    own.push(...source(page).filter((sighting) => keep(sighting) && judge(page, sighting) === 'own'));
    yield;
  }
  const groups = inMain(page, deduplicate(own, page.keyOf)).filter(isMoreThanAHint);
  const [films, pictures] = byKind(groups);
  yield;
  const found = ordered(rankVideos(page, settleVideos(films)), rankPhotos(page, pictures)).map(toFinding);
  return isListing(page, pictures) ? [...found, ...announced(page, keep)] : found;
}

/** What a page shows of the pages it leads to: to choose from, with no choice made. */
function announced(page: Page, keep: (sighting: Sighting) => boolean): Finding[] {
  const seen = [...videos(page), ...announcedImages(page), ...announcedBackgrounds(page)].filter(
    (sighting) => keep(sighting) && judge(page, sighting) === 'other',
  );
  const [films, pictures] = byKind(deduplicate(seen, page.keyOf));
  return ordered(rankVideos(page, films), rankPhotos(page, pictures)).map((ranked) =>
    toFinding({ ...ranked, score: 0.1 }),
  );
}

const byKind = (groups: readonly Group[]): [Group[], Group[]] => [
  groups.filter(({ kind }) => kind === 'video'),
  groups.filter(({ kind }) => kind === 'photo'),
];

/** What is only fetched early, or only asked for, belongs to the page when something else says so too. */
function isMoreThanAHint({ kind, sightings }: Group): boolean {
  return kind === 'video' || sightings.some(({ declared, element }) => declared || element);
}

/** Where the page marks its main part and its heading stands in there, what stands outside is not its own. */
function inMain(page: Page, groups: readonly Group[]): Group[] {
  const marked = page.sweep.headings.some((heading) => page.placeOf(heading).main);
  const isInside = ({ sightings }: Group) =>
    sightings.some(
      ({ declared, element, from }) => declared || !element || from === 'link' || page.placeOf(element).main,
    );
  return marked && groups.some((group) => isInside(group) && group.kind === 'photo')
    ? groups.filter(isInside)
    : [...groups];
}

/** A page that is about nothing of its own but leads to others: a profile, a category, a search. */
function isListing({ data, head, url }: Page, pictures: readonly Group[]): boolean {
  if (pictures.some(({ sightings }) => sightings.some(({ element }) => element))) return false;
  return (
    !data.subject &&
    (url.pathname === '/' || !/article|product|video|recipe|book|music/i.test(head.value('og:type') ?? ''))
  );
}

const decorated = 0.3;

/** What can be posted goes before what cannot; a film before pictures, unless it is only decoration. */
function ordered(films: readonly Ranked[], pictures: readonly Ranked[]): Ranked[] {
  const canBePosted = ({ group }: Ranked) =>
    group.sightings.some(({ status, copies }) => /direct|hls|dash|blob/.test(status) && copies.length > 0);
  const subject = films.filter((film) => canBePosted(film) && film.score > decorated);
  const rest = films.filter((film) => !subject.includes(film));
  return [...subject, ...pictures, ...rest];
}

export function toFinding({ group, score }: Ranked): Finding {
  const { sightings } = group;
  const lead = sightings.reduce((best, next) => (ease[next.status] < ease[best.status] ? next : best));
  const copies = copiesOfGroup({
    ...group,
    sightings: sightings.filter(({ status }) => status === lead.status),
  });
  const any = <K extends 'alt' | 'poster' | 'duration'>(key: K) =>
    sightings.find((sighting) => sighting[key] !== undefined)?.[key];
  const [alt, poster, duration] = [any('alt'), any('poster'), any('duration')];
  return {
    id: group.key,
    kind: group.kind,
    status: lead.status,
    urls: copies.map(({ url }) => url),
    from: lead.from,
    confidence: score,
    ...sizeOf(group),
    ...known({ alt, poster, duration }),
  };
}
