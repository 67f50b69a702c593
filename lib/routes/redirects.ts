/**
 * Whether an address answers with a redirect, which TikTok does not follow. Seen without any permission for the host:
 * nothing but the kind of the answer is looked at. An address that does not answer is left to TikTok to judge.
 */
export async function redirects(url: string, fetch: typeof globalThis.fetch): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(5_000);
    const { type } = await fetch(url, { method: 'HEAD', redirect: 'manual', mode: 'no-cors', signal });
    return type === 'opaqueredirect';
  } catch {
    return false;
  }
}
