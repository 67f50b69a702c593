import { mediumOf } from './address';
import { assetKey } from './asset-key';
import { filmStatus } from './film';
import type { Finding } from './finding';
import type { Page } from './page';

/** The item the person right-clicked goes first, even where the finder would not have offered it. */
export function focused(page: Page, findings: readonly Finding[]): Finding[] {
  const { focus } = page.environment;
  const wanted = [focus?.src, focus?.link].flatMap((address) => page.resolve(address) ?? []);
  for (const address of wanted) {
    const key = assetKey(address);
    const known = findings.find(({ urls, poster }) =>
      [...urls, poster].some((url) => url !== undefined && assetKey(url) === key),
    );
    if (known) return [{ ...known, confidence: 1 }, ...findings.filter((finding) => finding !== known)];
    const made = madeOf(address, address === focus?.src);
    if (made) return [made, ...findings];
  }
  return [...findings];
}

function madeOf(address: string, isMedia: boolean): Finding | undefined {
  const status = filmStatus(address);
  if (status)
    return {
      id: assetKey(address),
      kind: 'video',
      status,
      urls: /direct|hls|dash|blob/.test(status) ? [address] : [],
      from: 'click',
      confidence: 1,
    };
  if (!isMedia && mediumOf(address) !== 'image') return undefined;
  return {
    id: assetKey(address),
    kind: 'photo',
    status: 'direct',
    urls: [address],
    from: 'click',
    confidence: 1,
  };
}
