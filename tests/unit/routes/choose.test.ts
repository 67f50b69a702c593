import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseRoute, isVerified, type RouteFacts } from '../../../lib/routes/choose';

const mark = 'https://media.fern.example/tiktok/';
const facts = (more: Partial<RouteFacts> = {}): RouteFacts => ({
  kind: 'video',
  media: [{ urls: ['https://media.fern.example/tiktok/a.mp4'], isStream: false, mustChange: false }],
  verified: [mark],
  redirecting: new Set(),
  hasBucket: false,
  isMade: false,
  pullRefused: false,
  ...more,
});
const photo = (...urls: string[]) => ({ urls, isStream: false, mustChange: false });

describe('what TikTok could fetch by itself', () => {
  it.each([
    ['https://media.fern.example/tiktok/a.mp4', true],
    ['https://media.fern.example/tiktok/deep/er/a.mp4?size=1', true],
    ['https://media.fern.example/tiktok', false],
    ['https://media.fern.example/tiktoks/a.mp4', false],
    ['https://media.fern.example/tiktok/../secret.mp4', false],
    ['http://media.fern.example/tiktok/a.mp4', false],
    ['https://media.fern.example:8443/tiktok/a.mp4', false],
    ['https://user:pw@media.fern.example/tiktok/a.mp4', false],
    ['https://evil.example/https://media.fern.example/tiktok/a.mp4', false],
    ['https://media.fern.example.evil.example/tiktok/a.mp4', false],
    ['blob:https://media.fern.example/tiktok/a', false],
    ['not an address', false],
  ])('%s: %s', (address, expected) => {
    expect(isVerified(address, [mark])).toBe(expected);
  });

  it('lies on a proved domain and below it, not beside or above it', () => {
    const of = (host: string) => isVerified(`https://${host}/a.mp4`, ['fern.example']);
    expect(['fern.example', 'cdn.fern.example', 'a.b.fern.example'].map(of)).toEqual([true, true, true]);
    expect(['example', 'xfern.example', 'fern.example.org'].map(of)).toEqual([false, false, false]);
  });

  it('is never an address without a name', () => {
    expect(isVerified('https://93.184.216.34/a.mp4', ['93.184.216.34'])).toBe(false);
    expect(isVerified('https://[2606:2800::1]/a.mp4', ['[2606:2800::1]'])).toBe(false);
  });
});

describe('the route', () => {
  it('is a pull from a proved address', () => {
    expect(chooseRoute(facts())).toEqual({
      route: 'pull',
      reason: { key: 'route_pull', values: { host: 'media.fern.example' } },
      urls: ['https://media.fern.example/tiktok/a.mp4'],
    });
  });

  it.each<[string, Partial<RouteFacts>, string]>([
    [
      'a video from anywhere else',
      { media: [photo('https://cdn.shop.example/a.mp4')] },
      'route_upload_unverified',
    ],
    ['a file of our own', { media: [photo()] }, 'route_upload_file'],
    [
      'a stream',
      { media: [{ urls: ['https://media.fern.example/tiktok/a.m3u8'], isStream: true, mustChange: false }] },
      'route_upload_stream',
    ],
    [
      'an address that forwards',
      { redirecting: new Set(['https://media.fern.example/tiktok/a.mp4']) },
      'route_upload_redirects',
    ],
    ['what TikTok has refused to pull', { pullRefused: true }, 'route_upload_refused'],
    ['what is cut or made first', { isMade: true }, 'route_upload_made'],
  ])('is an upload for %s', (_what, more, key) => {
    expect(chooseRoute(facts(more))).toMatchObject({ route: 'upload', reason: { key } });
  });

  it('takes the first proved address of several', () => {
    const urls = ['https://cdn.shop.example/a.mp4', 'https://media.fern.example/tiktok/b.mp4'];
    expect(chooseRoute(facts({ media: [photo(...urls)] })).urls).toEqual([urls[1]]);
  });

  it('is a pull for photos only if TikTok can fetch every one of them', () => {
    const [one, other] = ['https://media.fern.example/tiktok/1.jpg', 'https://shop.example/2.jpg'];
    const both = facts({ kind: 'photo', media: [photo(one), photo(other)], hasBucket: true });
    expect(chooseRoute(both).route).toBe('relay');
    expect(chooseRoute({ ...both, media: [photo(one), photo(one)] }).urls).toEqual([one, one]);
  });

  it('says what is missing when photos have no way', () => {
    const homeless = facts({ kind: 'photo', media: [photo('https://shop.example/2.jpg')] });
    expect(() => chooseRoute(homeless)).toThrow(expect.objectContaining({ code: 'photos_need_bucket' }));
  });

  it('is the same for the same facts, and never a pull of what is not proved', () => {
    const address = fc.constantFrom(
      'https://media.fern.example/tiktok/a.mp4',
      'https://shop.example/b.mp4',
      'blob:x',
      '',
    );
    const cargo = fc.record({
      urls: fc.array(address, { maxLength: 3 }),
      isStream: fc.boolean(),
      mustChange: fc.boolean(),
    });
    const any = fc.record({
      kind: fc.constant('video' as const),
      media: fc.array(cargo, { minLength: 1, maxLength: 3 }),
      verified: fc.subarray([mark, 'shop.example']),
      redirecting: fc.subarray(['https://shop.example/b.mp4']).map((urls) => new Set(urls)),
      hasBucket: fc.boolean(),
      isMade: fc.boolean(),
      pullRefused: fc.boolean(),
    });
    fc.assert(
      fc.property(any, (all) => {
        const choice = chooseRoute(all);
        expect(chooseRoute(all)).toEqual(choice);
        if (choice.route === 'pull')
          expect(choice.urls?.every((url) => isVerified(url, all.verified))).toBe(true);
      }),
    );
  });
});
