/**
 * TikTok sends 19-digit ids as bare integers, which JSON.parse would round.
 * Whole tokens are matched, strings included (to their end or the text's, so that the walk stays linear):
 * digits inside a string or after a decimal point are left alone.
 */
const token = /"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$)|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const longInteger = /^-?\d{16,}$/;

/** The JSON text with every integer too long for a number turned into a string. */
export function quoteLongIntegers(json: string): string {
  return json.replace(token, (found) => (longInteger.test(found) ? `"${found}"` : found));
}
