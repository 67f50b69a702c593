import { sameDocument } from './address';
import { amount, at, isObject, type JsonObject, list, string, walk } from './json';
import { known } from './known';

/** What the page's JSON-LD says its subject is, and nothing of what it says of others. */
export interface LinkedData {
  /** Is there anything this page is about, as opposed to a list of other pages? */
  subject: boolean;
  title?: string;
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
  const videos = subjects.filter((node) => isType(node, /VideoObject$/));
  if (named.length > 0) return [...named, ...videos.filter((node) => !named.includes(node))];
  const seen = new Map<string, number>();
  return subjects.filter((node) => {
    const type = typesOf(node)[0] ?? '';
    seen.set(type, (seen.get(type) ?? 0) + 1);
    return isType(node, /VideoObject$/) || seen.get(type) === 1;
  });
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
        if (isType(item, /VideoObject$/)) videos.push(videoOf(item));
        else if (isType(item, /^ImageObject$/)) images.push(...imagesOf(item));
        if (isType(item, otherType) && !isType(item, /^ListItem$/)) continue;
        for (const [name, child] of Object.entries(item))
          if (!others.has(name)) visit(child, name, depth + 1);
      }
    }
  };
  for (const subject of subjects) visit(subject, '', 0);

  // The subject itself speaks before its film does.
  const speakers = [...subjects].sort(
    (a, b) => Number(isType(a, /VideoObject$/)) - Number(isType(b, /VideoObject$/)),
  );
  const say = (...keys: string[]) => {
    for (const node of speakers) for (const key of keys) if (string(node[key])) return string(node[key]);
    return undefined;
  };
  const title = say('headline', 'name');
  const description = say('description', 'articleBody', 'text');
  const author = speakers.map(({ author, creator }) => nameOf(author ?? creator, byId)).find(Boolean);
  return {
    subject: subjects.length > 0,
    images,
    videos,
    ...known({ title, description, author }),
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
  return list(item.contentUrl ?? item.url)
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
export function seconds(written: string | undefined): number | undefined {
  if (!written) return undefined;
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i.exec(
    written.trim(),
  );
  if (!match) return amount(written);
  const [days, hours, minutes, rest] = match.slice(1).map((part) => Number(part ?? 0));
  return amount((days ?? 0) * 86_400 + (hours ?? 0) * 3_600 + (minutes ?? 0) * 60 + (rest ?? 0));
}
