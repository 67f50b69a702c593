import { assetKey, fileName } from './asset-key';
import { bestFirst, widthOf } from './copies';
import { quality } from './film';
import type { Sighting } from './sighting';

/** All sightings of one thing. */
export interface Group {
  key: string;
  kind: Sighting['kind'];
  sightings: Sighting[];
}

const mostKeys = 8;

/**
 * Puts sightings of one thing together by asset key; what the page declares meets what it shows by file name too,
 * since themes keep copies of one upload in several folders.
 */
export function deduplicate(sightings: readonly Sighting[]): Group[] {
  const byKey = new Map<string, Group>();
  const byName = new Map<string, Group>();
  const groups: Group[] = [];
  const ordered = [...sightings].sort((a, b) => Number(b.declared ?? false) - Number(a.declared ?? false));
  for (const sighting of ordered) {
    const keys = keysOf(sighting);
    const name = sighting.kind === 'photo' ? fileName(sighting.copies[0]?.url ?? '') : undefined;
    let group = keys.map((key) => byKey.get(key)).find((known) => known !== undefined);
    group ??= name === undefined ? undefined : byName.get(name);
    if (group) group.sightings.push(sighting);
    else {
      group = { key: keys[0] ?? '', kind: sighting.kind, sightings: [sighting] };
      groups.push(group);
    }
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, group);
    if (name !== undefined && sighting.declared && !byName.has(name)) byName.set(name, group);
  }
  return groups;
}

function keysOf({ kind, key, copies }: Sighting): string[] {
  if (key !== undefined) return [`${kind}:${key}`];
  return [...new Set(copies.slice(0, mostKeys).map(({ url }) => `${kind}:${assetKey(url)}`))];
}

/** The addresses of a picture's sightings, as one list to try. */
export function copiesOfGroup({ kind, sightings }: Group) {
  const all = sightings.flatMap(({ copies }) => copies);
  if (kind === 'photo') return bestFirst(all);
  all.sort((a, b) => quality(b) - quality(a));
  return all
    .filter((copy, index) => all.findIndex(({ url }) => url === copy.url) === index)
    .slice(0, mostKeys);
}

export function sizeOf({ sightings }: Group): { width?: number; height?: number } {
  const [widest] = sightings.flatMap(({ copies }) => copies).sort((a, b) => widthOf(b) - widthOf(a));
  if (!widest || !(widest.width && widest.width < 9_000)) return {};
  return { width: widest.width, ...(widest.height ? { height: widest.height } : {}) };
}
