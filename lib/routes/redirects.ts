/**
 * Whether an address answers with a redirect, which TikTok does not follow. Seen only where Ferry may read the host;
 * elsewhere, and where nothing answers, it is left to TikTok to judge.
 */
export async function redirects(url: string, fetch: typeof globalThis.fetch): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(5_000);
    const { type } = await fetch(url, { method: 'HEAD', redirect: 'manual', credentials: 'omit', signal });
    return type === 'opaqueredirect';
  } catch {
    return false;
  }
}
