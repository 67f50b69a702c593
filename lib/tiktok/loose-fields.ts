import * as z from 'zod/mini';
import { Count, Text } from '../platform/bounded';

/** Reading what TikTok may leave out, null or get wrong: such a field is absent, never a reason to lose the rest. */

export const text = (value: unknown, longest: number): string | undefined =>
  typeof value === 'string' && value.trim() ? value.trim().slice(0, longest) : undefined;

export const httpsAddress = (value: unknown): string | undefined =>
  typeof value === 'string' && isHttps(value) ? value : undefined;

function isHttps(value: string): boolean {
  return value.length <= 4_096 && value.startsWith('https://') && URL.canParse(value);
}

/** The same of what was kept or imported: a bad address is absent, and the record stays. */
export const HttpsAddress = z.catch(z.optional(Text(4_096).check(z.refine(isHttps))), undefined);

/** A count too long for a number arrives as text (`long-integers`): near enough is good enough for a count. */
export function count(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return Count.safeParse(number).data;
}
