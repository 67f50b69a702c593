import { mediumOf } from './address';
import { filmStatus } from './film';
import type { Finding } from './finding';
import type { Page } from './page';

/** The item the person right-clicked goes first, even where the finder would not have offered it. */
export function focused(page: Page, findings: readonly Finding[]): Finding[] {
  const { focus } = page.environment;
  const wanted = [focus?.src, focus?.link].flatMap((address) => page.resolve(address) ?? []);
  for (const address of wanted) {
    const key = page.keyOf(address);
    const known = findings.find(({ urls, poster }) =>
      [...urls, poster].some((url) => url !== undefined && page.keyOf(url) === key),
    );
    if (known) return [{ ...known, confidence: 1 }, ...findings.filter((finding) => finding !== known)];
    const made = madeOf(key, address, address === focus?.src);
    if (made) return [made, ...findings];
  }
  return [...findings];
}

function madeOf(id: string, address: string, isMedia: boolean): Finding | undefined {
  const status = filmStatus(address);
  if (status)
    return {
      id,
      kind: 'video',
      status,
      urls: /direct|hls|dash|blob/.test(status) ? [address] : [],
      from: 'click',
      confidence: 1,
    };
  if (!isMedia && mediumOf(address) !== 'image') return undefined;
  return {
    id,
    kind: 'photo',
    status: 'direct',
    urls: [address],
    from: 'click',
    confidence: 1,
  };
}
