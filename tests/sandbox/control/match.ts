/** What is no call of TikTok's API, and so not meant when somebody says "all endpoints". */
const ASIDE: readonly string[] = [
  'page',
  'media',
  'file',
  'picture',
  'authorize',
  'authorize.decide',
  'control',
];

/** Whether `wanted` means this endpoint: its name, `*` for all of the API, or `oauth.*` for a family. */
export function meansEndpoint(wanted: string, endpoint: string): boolean {
  if (wanted === '*') return !ASIDE.includes(endpoint);
  if (wanted.endsWith('.*')) return endpoint.startsWith(wanted.slice(0, -1));
  return wanted === endpoint;
}
