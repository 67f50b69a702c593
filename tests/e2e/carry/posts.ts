import { resolve } from 'node:path';
import type { Submission } from '../../../lib/posts/desk.ts';

const media = resolve(import.meta.dirname, '../../fixtures/media');
export const clip = resolve(media, 'videos/turning-vase.mp4');

export const verifiedPrefix = 'https://media.verified.example/';
export const verifiedVideo = `${verifiedPrefix}videos/turning-vase.mp4`;
export const shopVideo = 'https://cdn.shop.example/video/turning-vase.mp4';
export const verifiedPhotos = ['mug-terra-480', 'vase-pair-480', 'planter-fern-480'].map(
  (name) => `${verifiedPrefix}photos/${name}.jpg`,
);

type Content = Submission['content'];

export const usualSettings: Content['settings'] = {
  privacy: 'PUBLIC_TO_EVERYONE',
  allowComment: true,
  allowDuet: false,
  allowStitch: false,
  discloses: false,
  yourBrand: false,
  brandedContent: false,
  aiGenerated: false,
  autoMusic: false,
  coverIndex: 0,
};

export function videoFromUrl(
  accountId: string,
  caption: string,
  url: string,
  more: Partial<Content> = {},
): Submission {
  const source = { from: 'url' as const, urls: [url], status: 'direct' as const };
  return post(accountId, { media: [{ id: 'm', kind: 'video', source }], caption, ...more });
}

export function videoFromFile(
  accountId: string,
  caption: string,
  { key, size }: { key: string; size: number },
  more: Partial<Content> = {},
): Submission {
  const source = { from: 'stash' as const, key, name: 'turning-vase.mp4', size, type: 'video/mp4' };
  return post(accountId, { media: [{ id: 'm', kind: 'video', source }], caption, ...more });
}

export function photosFromUrls(
  accountId: string,
  title: string,
  urls: string[],
  more: Partial<Content> = {},
): Submission {
  const items = urls.map((url, index) => ({
    id: `p${index}`,
    kind: 'photo' as const,
    source: { from: 'url' as const, urls: [url], status: 'direct' as const },
  }));
  return post(accountId, { kind: 'photo', media: items, title, caption: `${title} in detail`, ...more });
}

const post = (accountId: string, content: Partial<Content>): Submission => ({
  accountId,
  content: {
    kind: 'video',
    media: [],
    title: '',
    caption: '',
    mode: 'direct',
    settings: usualSettings,
    ...content,
  },
});
