const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * When to ask TikTok next how far it is.
 *
 * Every look costs a call, every wait costs delay, and TikTok tells nothing in between. What is known is how its
 * times are spread: half of the posts end within two minutes, nineteen in twenty within the hour, the rest in their
 * own good time. So looks stand close where most posts end, at an even distance as long as an end is still likely,
 * and then spread with the age: who has waited for hours does not mind a few minutes.
 * No schedule can be both earlier and cheaper than every other. `npm run bench -- watch` shows how few calls a delay
 * can be had for at the least, and where these two stand.
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
  first: number;
  /** How far apart while most posts end. */
  close: number;
  closeUntil: number;
  /** How far apart while an end is still likely. */
  even: number;
  evenUntil: number;
  /** What is added afterwards: this part of the time since. */
  share: number;
  most: number;
}

/** Somebody may be looking: late by 3 s at most for what ends soon, by 10 s within the hour, then by a hundredth. */
const attentive: Schedule = {
  first: 5 * second,
  close: 3 * second,
  closeUntil: 90 * second,
  even: 9.2 * second,
  evenUntil: hour,
  share: 0.01,
  most: 15 * minute,
};
/** Nobody looks. Waits this short the worker sits out itself: an alarm would make 30 s of them. */
const quiet: Schedule = {
  first: 14 * second,
  close: 14 * second,
  closeUntil: 90 * second,
  even: 18 * second,
  evenUntil: hour,
  share: 0.1,
  most: 6 * hour,
};

/** TikTok's own figures for how long it chews: about 1 GB in a minute. Nothing is done in a fifth of that. */
const bytesPerMs = 80_000;

/** From the delivery to the first look, while nobody is known to look on. */
export const untilFirstLook = (size = 0): number => untilNextLook(0, { listening: false, together: 1, size });

/** From the last look, or from the delivery, to the next look. `age` is the time since the delivery. */
export function untilNextLook(age: number, { listening, together, size = 0 }: WatchFacts): number {
  const schedule = listening ? attentive : quiet;
  const fair = together * 2_200;
  if (age < schedule.first) return Math.max(schedule.first - age, size / bytesPerMs - age, fair);
  return Math.max(apart(age, schedule), fair);
}

function apart(age: number, { close, closeUntil, even, evenUntil, share, most }: Schedule): number {
  if (age < closeUntil) return close;
  return Math.min(even + Math.max(0, age - evenUntil) * share, most);
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

/** Whether a post found among the account's videos has a copy there shows within the hour. */
export function untilNextCopyLook(age: number): number | undefined {
  if (age > hour) return undefined;
  return between(8 * second, age / 2, 20 * minute);
}

/** A draft in the inbox may be finished by its creator some day; then it has an address too. */
export function untilNextInboxLook(age: number): number | undefined {
  if (age > 2 * day) return undefined;
  return between(10 * minute, age, 6 * hour);
}

const between = (least: number, value: number, most: number): number =>
  Math.round(Math.min(most, Math.max(least, value)));
