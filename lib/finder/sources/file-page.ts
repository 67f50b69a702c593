import { assetKey } from '../asset-key';
import { all, number } from '../dom';
import type { PageFindings } from '../finding';
import { known } from '../known';
import type { Page } from '../page';

/** A page that is itself a file: the browser's own viewer around one picture or film. */
export function filePage(page: Page, medium: 'video' | 'image'): PageFindings {
  const address = page.environment.url;
  const shown = all(page.document, medium === 'video' ? 'video' : 'img')[0];
  const size = (name: string) => (shown ? number(shown, name) : 0);
  const [width, height] =
    medium === 'video'
      ? [size('videoWidth'), size('videoHeight')]
      : [size('naturalWidth'), size('naturalHeight')];
  const duration = size('duration');
  const name = decodeURIComponent(page.url.pathname.split('/').at(-1) ?? '')
    .replace(/\.\w{2,5}$/, '')
    .replace(/[-_+]+/g, ' ')
    .trim();
  return {
    pageUrl: address,
    site: 'file',
    findings: [
      {
        id: assetKey(address),
        kind: medium === 'video' ? 'video' : 'photo',
        status: 'direct',
        urls: [address],
        from: 'page',
        confidence: 1,
        ...(width > 0 ? { width } : {}),
        ...(height > 0 ? { height } : {}),
        ...(duration > 0 ? { duration } : {}),
      },
    ],
    material: { hashtags: [], url: address, ...known({ title: name }) },
  };
}
