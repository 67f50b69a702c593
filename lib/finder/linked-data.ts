import { sameDocument } from './address';
import { amount, at, isObject, type JsonObject, list, string, walk } from './json';
import { known } from './known';

/** What the page's JSON-LD says its subject is, and nothing of what it says of others. */
export interface LinkedData {
  /** Is there anything this page is about, as opposed to a list of other pages? */
  subject: boolean;
  description?: string;
  author?: string;
  images: LinkedImage[];
  videos: LinkedVideo[];
}

export interface LinkedImage {
  url: string;
  width?: number;
  height?: number;
}

export interface LinkedVideo {
  urls: string[];
  embed?: string;
  poster?: string;
  duration?: number;
  width?: number;
  height?: number;
  name?: string;
}

/** Speaks of the house, of people, or of other pages; whatever else has a type is what this page is about. */
const otherType =
  /Organization|Person|WebSite|Breadcrumb|ItemList|Corporation|Business|Store|Restaurant|Brand|^Review|Navigation|^WP|Action|Comment|Offer|Rating|Address|CollectionPage|SearchResults|ProfilePage|Language|PropertyValue|Speakable/;
const container = /Page$/;
const film = /VideoObject$/;
/** Branches that speak of someone or something else. */
const others = new Set(
  'author creator publisher logo review reviews aggregateRating brand isRelatedTo isSimilarTo isAccessoryOrSparePartFor breadcrumb comment offers sponsor provider isPartOf mentions potentialAction contributor sourceOrganization seller editor copyrightHolder about interactionStatistic recommendations citation relatedLink significantLink manufacturer'.split(
    ' ',
  ),
);

const typesOf = (node: JsonObject) => list(node['@type']).map((type) => String(type).replace(/^.*[/#:]/, ''));
const isType = (node: JsonObject, pattern: RegExp) => typesOf(node).some((type) => pattern.test(type));

export function readLinkedData(blocks: readonly unknown[], pageUrl: string): LinkedData {
  const byId = new Map<string, JsonObject>();
  const subjects: JsonObject[] = [];
  for (const block of blocks) {
    walk(block, { depth: 20, nodes: 5_000 }, (node, key) => {
      const id = string(node['@id']);
      if (id && Object.keys(node).length > 1) byId.set(id, node);
      if (others.has(key) || isType(node, otherType)) return false;
      if (!node['@type'] || isType(node, container)) return true;
      // A lone ImageObject in a graph is somebody's logo until the subject refers to it.
      if (!isType(node, /^ImageObject$/) || key === '') subjects.push(node);
      return false;
    });
  }
  const own = ownSubjects(subjects, pageUrl);
  return gather(own, byId);
}

/** Of several subjects, those that name this page; else the first of each kind, since the rest are its neighbours. */
function ownSubjects(subjects: readonly JsonObject[], pageUrl: string): JsonObject[] {
  const named = subjects.filter((node) => namesPage(node, pageUrl));
  const videos = subjects.filter((node) => isType(node, film));
  const firsts = [
    ...new Map([...subjects].reverse().map((node) => [typesOf(node)[0], node])).values(),
  ].reverse();
  return [...new Set([...(named.length > 0 ? named : firsts), ...videos])];
}

function namesPage(node: JsonObject, pageUrl: string): boolean {
  const page = node.mainEntityOfPage;
  const named = [node.url, node['@id'], page, at(page, '@id'), at(page, 'url')];
  return named.some(
    (value) => typeof value === 'string' && /^https?:/.test(value) && sameDocument(value, pageUrl),
  );
}

function gather(subjects: readonly JsonObject[], byId: ReadonlyMap<string, JsonObject>): LinkedData {
  const images: LinkedImage[] = [];
  const videos: LinkedVideo[] = [];
  const resolve = (value: unknown) => {
    const id = isObject(value) && Object.keys(value).length === 1 ? string(value['@id']) : undefined;
    return (id && byId.get(id)) || value;
  };
  const visit = (value: unknown, key: string, depth: number): void => {
    if (depth > 12 || images.length + videos.length > 600) return;
    for (const item of list(value).map(resolve)) {
      if (/^(?:image|images|photo|photos|primaryImageOfPage)$/.test(key)) images.push(...imagesOf(item));
      else if (isObject(item)) {
        if (isType(item, film)) videos.push(videoOf(item));
        else if (isType(item, /^ImageObject$/)) images.push(...imagesOf(item));
        if (isType(item, otherType) && !isType(item, /^ListItem$/)) continue;
        for (const [name, child] of Object.entries(item))
          if (!others.has(name)) visit(child, name, depth + 1);
      }
    }
  };
  for (const subject of subjects) visit(subject, '', 0);

  // The subject itself speaks before its film does.
  const isFilm = (node: JsonObject) => Number(isType(node, film));
  const speakers = [...subjects].sort((a, b) => isFilm(a) - isFilm(b));
  const description = speakers
    .flatMap((node) => [node.description, node.articleBody, node.text])
    .map(string)
    .find(Boolean);
  const author = speakers.map(({ author, creator }) => nameOf(author ?? creator, byId)).find(Boolean);
  return {
    subject: subjects.length > 0,
    images,
    videos,
    ...known({ description, author }),
  };
}

function nameOf(value: unknown, byId: ReadonlyMap<string, JsonObject>): string | undefined {
  const first = list(value)[0];
  const id = string(at(first, '@id'));
  return string(first) ?? string(at(first, 'name')) ?? (id ? string(byId.get(id)?.name) : undefined);
}

function imagesOf(item: unknown): LinkedImage[] {
  if (typeof item === 'string') return [{ url: item }];
  if (!isObject(item)) return [];
  const [width, height] = [
    amount(at(item.width, 'value') ?? item.width),
    amount(at(item.height, 'value') ?? item.height),
  ];
  return list(item.contentUrl ?? item.contentURL ?? item.url)
    .map(string)
    .flatMap((url) => (url ? [{ url, ...known({ width, height }) }] : []));
}

function videoOf(node: JsonObject): LinkedVideo {
  const urls = [...list(node.contentUrl), ...list(node.contentURL)]
    .map(string)
    .filter((url) => url !== undefined);
  const poster = list(node.thumbnailUrl ?? node.thumbnail).flatMap(imagesOf)[0]?.url;
  const embed = string(list(node.embedUrl)[0]);
  const [duration, width, height] = [seconds(string(node.duration)), amount(node.width), amount(node.height)];
  const name = string(node.name);
  return {
    urls,
    ...known({ embed, poster, duration, width, height, name }),
  };
}

/** `PT2M18S` → 138. Plain numbers are taken as seconds. */
export function seconds(written = ''): number | undefined {
  const [found, ...parts] =
    /^P(?:([\d.]+)D)?T?(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?$/i.exec(written) ?? [];
  const [days = 0, hours = 0, minutes = 0, rest = 0] = parts.map((part) => Number(part ?? 0));
  return amount(found ? ((days * 24 + hours) * 60 + minutes) * 60 + rest : written);
}
