import { all, number } from '../dom';
import type { PageFindings } from '../finding';
import { known } from '../known';
import type { Page } from '../page';

/** A page that is itself a file: the browser's own viewer around one picture or film. */
export function filePage(page: Page, medium: 'video' | 'image'): PageFindings {
  const address = page.environment.url;
  const shown = all(page.document, medium === 'video' ? 'video' : 'img')[0];
  const size = (name: string) => (shown ? number(shown, name) : 0);
  const film = medium === 'video';
  const name = page.url.pathname
    .split('/')
    .at(-1)
    ?.replace(/\.\w+$/, '')
    .replace(/[-_+]+/g, ' ');
  return {
    pageUrl: address,
    site: 'file',
    findings: [
      {
        id: page.keyOf(address),
        kind: film ? 'video' : 'photo',
        status: 'direct',
        urls: [address],
        from: 'page',
        confidence: 1,
        ...known({
          width: size(film ? 'videoWidth' : 'naturalWidth'),
          height: size(film ? 'videoHeight' : 'naturalHeight'),
          duration: size('duration'),
        }),
      },
    ],
    material: { hashtags: [], url: address, ...known({ title: name }) },
  };
}
