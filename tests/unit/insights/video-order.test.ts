import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderedVideos, videoOrders } from '../../../lib/insights/video-order';
import type { Video } from '../../../lib/tiktok/videos';

const videos: Video[] = [
  { id: '1', createdAt: 1, title: 'Naïve glazing', views: 5 },
  { id: '2', createdAt: 2, description: 'Kiln day #pottery' },
  { id: '3', createdAt: 3, title: 'Kiln repairs', views: 0 },
  { id: '4', createdAt: 4, title: 'Studio', views: 5 },
];
const ids = (found: Video[]) => found.map(({ id }) => id).join('');

describe('orderedVideos', () => {
  it('puts the most seen first, equals by date, and the unknown last', () => {
    expect(ids(orderedVideos(videos, { search: '', order: 'views' }))).toBe('4132');
    expect(ids(orderedVideos(videos, { search: '', order: 'newest' }))).toBe('4321');
    expect(ids(orderedVideos(videos, { search: '', order: 'oldest' }))).toBe('1234');
  });

  it('finds all words in title and description, whatever their case and accents', () => {
    expect(ids(orderedVideos(videos, { search: ' NAIVE ', order: 'newest' }))).toBe('1');
    expect(ids(orderedVideos(videos, { search: 'pottery kiln', order: 'newest' }))).toBe('2');
    expect(ids(orderedVideos(videos, { search: 'kiln', order: 'newest' }))).toBe('32');
    expect(ids(orderedVideos(videos, { search: 'kiln', order: 'newest', among: new Set(['3', '4']) }))).toBe(
      '3',
    );
  });

  it('loses and doubles nothing, and leaves the list it was given alone', () => {
    const list = fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^\d{1,9}$/),
        createdAt: fc.nat(),
        views: fc.option(fc.nat(), { nil: undefined }),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(list, fc.constantFrom(...videoOrders), (some, order) => {
        const given = some.map(({ views, ...video }) => (views === undefined ? video : { ...video, views }));
        const before = ids(given);
        const found = orderedVideos(given, { search: '', order });
        expect(ids(given)).toBe(before);
        expect([...found].map(({ id }) => id).sort()).toEqual(given.map(({ id }) => id).sort());
      }),
    );
  });
});
