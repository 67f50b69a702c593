import * as z from 'zod/mini';

/** What is believed of a page, a file, a server or another context has an end: nobody can make it endless. */

export const Text = (most: number) => z.string().check(z.maxLength(most));

/** Words that are worth keeping even where somebody made too many of them. */
export const Cut = (most: number) =>
  z.pipe(
    z.string(),
    z.transform((text) => text.slice(0, most)),
  );

export const List = <T>(item: z.ZodMiniType<T>, most: number) => z.array(item).check(z.maxLength(most));

export const Record = <K extends z.core.$ZodRecordKey & z.ZodMiniType, V>(
  key: K,
  value: z.ZodMiniType<V>,
  most: number,
) =>
  z.record(key, value).check(z.refine((record) => Object.keys(record).length <= most, { params: { most } }));

/** The name of an account, a post, a draft, a file: ours or TikTok's. */
export const Id = Text(400);

/** Unix ms, no later than a Date can hold. */
export const Moment = z.number().check(z.nonnegative(), z.maximum(8.64e15));

/** How many of something, wider than TikTok's widest number; sums of them stay numbers. */
export const Count = z.number().check(z.nonnegative(), z.maximum(1e30));

/** Any number that a sentence is filled with: an amount or a time. */
export const Figure = z.number().check(z.minimum(-8.64e15), z.maximum(8.64e15));

/** Firefox counts tabs from 1, and -1 is none of them. */
export const TabId = z.number().check(z.minimum(-1), z.maximum(1e15));

/** Seconds that a video lasts. */
export const Seconds = z.number().check(z.nonnegative(), z.maximum(1e9));

export const Pixels = z.number().check(z.nonnegative(), z.maximum(100_000));

/** An address of something that can be looked at: on the web, in a page's memory, or a picture written out. */
export const Address = z.string().check(z.maxLength(4_096), z.regex(/^(https?:|blob:|data:image\/)/));

/** Addresses of one thing, best first. */
export const Addresses = List(Address, 16);

/** The address of a tab, which a site may make longer than any other. */
export const PageAddress = Text(100_000);
