import type { Finding, PageFindings } from './finding';

type Fetch = (url: string, signal: AbortSignal) => Promise<Response>;

const patience = 500;
const mostTried = 5;

/**
 * A `blob:` address is either a file in memory, which the page's own context can fetch, or a stream being fed to a
 * player, which nobody can. Trying is the only way to know; a stream's address is not offered.
 */
export async function withReadableBlobs(found: PageFindings, fetch: Fetch): Promise<PageFindings> {
  let tried = 0;
  const findings: Finding[] = [];
  for (const finding of found.findings) {
    if (finding.status !== 'blob') findings.push(finding);
    else {
      tried += 1;
      const [url] = finding.urls;
      const readable = url !== undefined && tried <= mostTried && (await isReadable(url, fetch));
      findings.push(readable ? finding : { ...finding, urls: [] });
    }
  }
  const offered = findings.filter(({ urls }) => urls.length > 0);
  return { ...found, findings: [...offered, ...findings.filter(({ urls }) => urls.length === 0)] };
}

async function isReadable(url: string, fetch: Fetch): Promise<boolean> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const response = await fetch(url, stop.signal);
    await response.body?.cancel();
    return response.ok && /^(?:video|image)\//.test(response.headers.get('content-type') ?? 'video/');
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
