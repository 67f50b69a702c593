import { fileName } from './asset-key';
import { bestFirst } from './copies';
import { quality } from './film';
import { known } from './known';
import type { Page } from './page';
import type { Copy, Sighting } from './sighting';

/** All sightings of one thing. */
export interface Group {
  key: string;
  kind: Sighting['kind'];
  sightings: Sighting[];
}

const mostKeys = 4;
const mostCopies = 8;

/**
 * Puts sightings of one thing together by asset key; what the page declares meets what it shows by file name too,
 * since themes keep copies of one upload in several folders.
 */
export function deduplicate(sightings: readonly Sighting[], keyOf: Page['keyOf']): Group[] {
  const byKey = new Map<string, Group>();
  const byName = new Map<string, Group>();
  const groups: Group[] = [];
  const ordered = [...sightings].sort((a, b) => Number(b.declared ?? false) - Number(a.declared ?? false));
  for (const sighting of ordered) {
    const keys = keysOf(sighting, keyOf);
    const name = sighting.kind === 'photo' ? fileName(keyOf(sighting.copies[0]?.url ?? '')) : undefined;
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

function keysOf({ kind, key, copies }: Sighting, keyOf: Page['keyOf']): string[] {
  if (key !== undefined) return [`${kind}:${key}`];
  return [...new Set(copies.slice(0, mostKeys).map(({ url }) => `${kind}:${keyOf(url)}`))];
}

/** The addresses of a picture's sightings, as one list to try. */
export function copiesOfGroup({ kind, sightings }: Group) {
  const all = sightings.flatMap(({ copies }) => copies);
  if (kind === 'photo') return bestFirst(all);
  all.sort((a, b) => quality(b) - quality(a));
  return all
    .filter((copy, index) => all.findIndex(({ url }) => url === copy.url) === index)
    .slice(0, mostCopies);
}

/** A linked full size is wider than all that is known, by an amount that is not. */
export const unknownWidth = 9_000;

export function sizeOf({ sightings }: Group): { width?: number; height?: number } {
  let widest: Copy | undefined;
  for (const { copies } of sightings)
    for (const copy of copies) if ((copy.width ?? 0) > (widest?.width ?? 0)) widest = copy;
  return widest?.width === unknownWidth ? {} : known({ width: widest?.width, height: widest?.height });
}
