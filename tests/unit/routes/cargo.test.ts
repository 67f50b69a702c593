import { describe, expect, it } from 'vitest';
import { cargoOf } from '../../../lib/routes/cargo';
import { chooseRoute } from '../../../lib/routes/choose';

const photo = (urls: string[], size: { width?: number; height?: number } = {}) =>
  cargoOf({ kind: 'photo', source: { from: 'url', urls, status: 'direct' }, ...size });

const wayOf = (media: ReturnType<typeof photo>[]) =>
  chooseRoute({
    kind: 'photo',
    media,
    verified: ['owned.example'],
    redirecting: new Set(),
    hasBucket: true,
    isMade: false,
    pullRefused: false,
  });

describe('photos on a verified address', () => {
  it('that fit are pulled', () => {
    expect(wayOf([photo(['https://owned.example/a.jpg'], { width: 1080, height: 1920 })]).route).toBe('pull');
  });

  it('of which nothing is known are pulled: TikTok will tell', () => {
    expect(wayOf([photo(['https://owned.example/a'])]).route).toBe('pull');
  });

  it.each([
    ['too large', 'https://owned.example/a.jpg', { width: 1200, height: 1200 }],
    ['too long', 'https://owned.example/a.jpg', { width: 1000, height: 2000 }],
    ['of a kind TikTok does not take', 'https://owned.example/a.png?v=2', {}],
  ])('that are %s go through the bucket, where they are made to fit', (_what, url, size) => {
    expect(wayOf([photo([url], size)]).route).toBe('relay');
  });
});

describe('what is looked at', () => {
  it('of a file of our own is no address', () => {
    expect(cargoOf({ kind: 'photo', source: { from: 'stash' }, width: 4000, height: 4000 })).toEqual({
      urls: [],
      isStream: false,
      mustChange: false,
    });
  });

  it('of a page are its web addresses only', () => {
    expect(photo(['blob:https://shop.example/1', 'https://shop.example/a.jpg']).urls).toEqual([
      'https://shop.example/a.jpg',
    ]);
  });
});
