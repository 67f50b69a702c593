import type { Group } from './deduplicate';
import type { Sighting } from './sighting';

/**
 * One film is often seen twice under two addresses: the head names a file, the page shows a `blob:` nobody can fetch.
 * Decides which of them are one, and drops what is only a hint.
 */
export function settleVideos(groups: readonly Group[]): Group[] {
  const hinted = groups.filter(isHint);
  const seen = oneSubject(groups.filter((group) => !isHint(group)));
  const blobs = seen.filter((group) => has(group, 'blob') && !isFile(group));
  const files = [...seen.filter(isFile), ...(seen.some(isFile) ? [] : hinted)];
  const given = new Set<Group>();
  for (const blob of blobs) {
    const file = matching(
      blob,
      files.filter((candidate) => !given.has(candidate)),
    );
    if (!file) continue;
    given.add(file);
    blob.sightings.push(...file.sightings);
  }
  const standing = seen.filter((group) => !given.has(group));
  // Requests are offered by themselves only where nothing else explains what they were for.
  const alone = standing.length === 0 ? hinted.filter((group) => !given.has(group)) : [];
  return withoutTwins([...standing, ...alone]);
}

const has = ({ sightings }: Group, status: Sighting['status']) =>
  sightings.some((sighting) => sighting.status === status);
const isFile = (group: Group) => has(group, 'direct') || has(group, 'hls') || has(group, 'dash');
const isHint = ({ sightings }: Group) => sightings.every(({ from }) => from === 'request');
const isDeclared = ({ sightings }: Group) => sightings.some(({ declared }) => declared);
const durationOf = ({ sightings }: Group) =>
  sightings.find(({ duration }) => duration !== undefined)?.duration;

/** What Open Graph and what JSON-LD name first is the page's subject, so they are one film. */
function oneSubject(groups: readonly Group[]): Group[] {
  const named = (from: string) =>
    groups.filter((group) => isFile(group) && group.sightings.every((sighting) => sighting.from === from));
  const [graph, ...graphs] = named('og');
  const [linked] = named('json-ld');
  if (!graph || !linked || graphs.length > 0 || !alike(graph, linked)) return [...groups];
  linked.sightings.push(...graph.sightings);
  return groups.filter((group) => group !== graph);
}

const closeEnough = 1;

function alike(one: Group, other: Group): boolean {
  const [a, b] = [durationOf(one), durationOf(other)];
  return a === undefined || b === undefined || Math.abs(a - b) <= closeEnough;
}

/** The only file of the right length; or the only file there is. */
function matching(blob: Group, files: readonly Group[]): Group | undefined {
  const length = durationOf(blob);
  const sameLength =
    length === undefined ? [] : files.filter((file) => durationOf(file) !== undefined && alike(file, blob));
  if (sameLength.length === 1) return sameLength[0];
  const fitting = files.filter((file) => alike(file, blob));
  return fitting.length === 1
    ? fitting[0]
    : fitting.filter(isDeclared).length === 1
      ? fitting.find(isDeclared)
      : undefined;
}

/** A player's page that the head names beside a file shows that very film: the file says it all. */
function withoutTwins(groups: readonly Group[]): Group[] {
  const file = groups.some((group) => isFile(group) && isDeclared(group));
  return groups.filter(
    (group) =>
      !(file && isDeclared(group) && !isFile(group) && !group.sightings.some(({ element }) => element)),
  );
}
