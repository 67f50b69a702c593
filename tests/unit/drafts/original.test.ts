import { describe, expect, it } from 'vitest';
import { beginDraft } from '../../../components/draft/begin-draft';
import { originalFor } from '../../../lib/drafts/original';
import { originalOf } from '../../../lib/drafts/page-seen';
import type { PageFindings } from '../../../lib/finder/finding';
import { defaultSettings } from '../../../lib/settings/settings';
import { aFinding, aPage } from '../../fakes/port';

const photo = aFinding({ id: 'still', kind: 'photo', urls: ['https://i.ytimg.com/vi/kilnFilm001/hq.jpg'] });
const embed = aFinding({
  id: 'embed',
  status: 'embed-only',
  urls: [],
  duration: 61,
  alt: 'The second firing',
});
const refused = aFinding({ id: 'tube', status: 'policy-refused', urls: [], duration: 138, alt: '' });
const stream = aFinding({ id: 'stream', status: 'blob', urls: [] });
const pageOf = (...findings: PageFindings['findings']) => aPage({ findings });

describe('the person’s own file is wanted', () => {
  it('on YouTube, by title, length and id', () => {
    const page = { ...pageOf(photo, refused), videoId: 'kilnFilm001' };
    expect(originalFor(page)).toEqual({
      why: 'policy-refused',
      title: 'Walnut bowl, turned by hand',
      duration: 138,
      videoId: 'kilnFilm001',
    });
  });

  it('where the best on the page is a video that cannot be taken', () => {
    expect(originalFor(pageOf(embed, photo))).toMatchObject({
      why: 'embed-only',
      title: 'The second firing',
    });
    expect(originalFor(pageOf(stream))).toMatchObject({ why: 'no-address' });
  });

  it('where the best on the page is only the still of such a video', () => {
    const poster = photo.urls[0];
    expect(originalFor(pageOf(photo, poster ? { ...stream, poster } : stream))).toBeDefined();
  });

  it('not where pictures come first or the video can be taken', () => {
    expect(originalFor(pageOf(photo, embed))).toBeUndefined();
    expect(originalFor(pageOf(aFinding(), embed))).toBeUndefined();
    expect(originalFor(pageOf())).toBeUndefined();
  });

  it('for a video that was pressed, and for nothing else', () => {
    expect(originalOf(embed, pageOf(photo, embed))).toMatchObject({ why: 'embed-only', duration: 61 });
    expect(originalOf(aFinding(), pageOf())).toBeUndefined();
    expect(originalOf({ ...photo, urls: [] }, pageOf())).toBeUndefined();
  });

  it('and then nothing else is chosen, while the words are a video’s', () => {
    const page = { ...pageOf(photo, refused), videoId: 'kilnFilm001' };
    const draft = beginDraft({ id: 'd', now: 1, page, settings: defaultSettings });
    expect(draft.content).toMatchObject({ kind: 'video', media: [], title: '' });
    expect(draft.content.caption).toContain('Walnut bowl, turned by hand');
    expect(draft.original?.videoId).toBe('kilnFilm001');
  });
});
