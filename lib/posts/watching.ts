const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * When to ask TikTok next how far it is.
 *
 * Every look costs a call, every wait costs delay, and TikTok tells nothing in between. What is known is how its
 * times are spread: most posts are done within a few minutes, and one that is not may take hours: the chance that
 * it ends in the next second falls as one over its age. Calls × delay is then least when the wait grows as the root
 * of the age: looks stand evenly where most posts end, and spread from there, slower than the age itself does.
 * Only after hours, when nobody sits and waits, they spread with the age. `npm run bench -- watch` measures it
 * beside fixed schedules.
 */
export interface WatchFacts {
  /** A page of ours is open: somebody may be looking at it. */
  listening: boolean;
  /** Posts of the same account TikTok is at work on: they share 30 looks a minute. */
  together: number;
  /** Bytes of the media, where known: a large file is not done at once. */
  size?: number | undefined;
}

interface Schedule {
  /** The first wait, and each one until `evenUntil`. */
  even: number;
  evenUntil: number;
  /** Afterwards so many seconds for each root of a second of age, or this part of the age where that is more. */
  perRoot: number;
  share: number;
  most: number;
}

const attentive: Schedule = {
  even: 3 * second,
  evenUntil: 100 * second,
  perRoot: 0.5,
  share: 1 / 200,
  most: 15 * minute,
};
const quiet: Schedule = {
  even: 15 * second,
  evenUntil: 75 * second,
  perRoot: 1.75,
  share: 1 / 50,
  most: 6 * hour,
};

/** TikTok's own figures for how long it chews: about 1 GB in a minute. Nothing is done in a fifth of that. */
const bytesPerMs = 80_000;

/** From the last look, or from the delivery, to the next look. `age` is the time since the delivery. */
export function untilNextLook(age: number, { listening, together, size = 0 }: WatchFacts): number {
  const { even, evenUntil, perRoot, share, most } = listening ? attentive : quiet;
  const fair = together * 2_200;
  if (age < even) return Math.max(even - age, size / bytesPerMs - age, fair);
  if (age <= evenUntil) return Math.max(even, fair);
  const byRoot = perRoot * Math.sqrt(age / second) * second;
  return Math.max(Math.min(Math.max(byRoot, age * share), most), even, fair);
}

/** After "published" the address may come in a moment, or after hours of moderation, or never. */
export function untilNextLinkLook(age: number): number | undefined {
  if (age > 3 * day) return undefined;
  return between(8 * second, age / 2, 3 * hour);
}

/** A post in doubt is looked for among the account's videos: soon at first, then ever more rarely. */
export function untilNextSearch(age: number): number {
  return between(10 * second, age * 0.7, 12 * hour);
}

/** A draft in the inbox may be finished by its creator some day; then it has an address too. */
export function untilNextInboxLook(age: number): number | undefined {
  if (age > 2 * day) return undefined;
  return between(10 * minute, age, 6 * hour);
}

const between = (least: number, value: number, most: number): number =>
  Math.round(Math.min(most, Math.max(least, value)));
