import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { videoLimits } from '../../../../lib/media/limits';
import {
  decodedSides,
  frameCount,
  place,
  type SlideshowLook,
  shotAt,
  slideshowVideo,
} from '../../../../lib/media/slideshow/timeline';

const look: SlideshowLook = { secondsEach: 3, frame: 'fit', fade: 0.5 };
const looks = fc.record({
  secondsEach: fc.double({ min: 0.5, max: 30, noNaN: true }),
  fade: fc.double({ min: 0, max: 5, noNaN: true }),
  frame: fc.constantFrom('fit' as const, 'fill' as const),
});

const shown = (seconds: number, photos: number) =>
  shotAt(Math.round(seconds * slideshowVideo.fps), photos, look);

describe('the film', () => {
  it('has more images a second than TikTok wants at least, by a good margin', () => {
    expect(slideshowVideo.fps).toBeGreaterThanOrEqual(videoLimits.minFps + 2);
    expect(slideshowVideo.fps).toBeLessThanOrEqual(videoLimits.maxFps);
  });

  it('gives every photo its time', () => {
    expect(frameCount(12, look)).toBe(36 * slideshowVideo.fps);
    expect(shown(0, 12)).toEqual({ photo: 0, next: 0 });
    expect(shown(3, 12)).toEqual({ photo: 1, next: 0 });
    expect(shown(35.9, 12)).toEqual({ photo: 11, next: 0 });
  });

  it('fades at the end of a photo, and not out of the last', () => {
    expect(shown(2.4, 2).next).toBe(0);
    expect(shown(2.6, 2).next).toBeGreaterThan(0);
    expect(shown(2.9, 2).next).toBeGreaterThan(shown(2.7, 2).next);
    expect(shown(5.9, 2).next).toBe(0);
  });

  it('shows every photo in order, whatever the times', () => {
    fc.assert(
      fc.property(looks, fc.integer({ min: 1, max: 12 }), (any, photos) => {
        const seen = new Set<number>();
        let last = 0;
        for (let frame = 0; frame < frameCount(photos, any); frame++) {
          const { photo, next } = shotAt(frame, photos, any);
          expect(photo).toBeGreaterThanOrEqual(last);
          expect(next).toBeGreaterThanOrEqual(0);
          expect(next).toBeLessThanOrEqual(1);
          if (next > 0) expect(photo).toBeLessThan(photos - 1);
          last = photo;
          seen.add(photo);
        }
        expect(seen.size).toBe(photos);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the place of a photo', () => {
  it.each([
    [1080, 1920, 'fit', { x: 0, y: 0, width: 1080, height: 1920 }],
    [4000, 3000, 'fit', { x: 0, y: 555, width: 1080, height: 810 }],
    [4000, 3000, 'fill', { x: -740, y: 0, width: 2560, height: 1920 }],
    [100, 400, 'fit', { x: 300, y: 0, width: 480, height: 1920 }],
  ] as const)('%i × %i, %s', (width, height, frame, box) => {
    expect(place({ width, height }, frame)).toEqual(box);
  });

  it('covers everything when it fills, and cuts nothing when it fits', () => {
    const side = fc.integer({ min: 1, max: 12_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const fill = place({ width, height }, 'fill');
        const fit = place({ width, height }, 'fit');
        expect(Math.min(fill.width - 1080, fill.height - 1920)).toBeGreaterThanOrEqual(-1);
        expect(Math.max(fit.width - 1080, fit.height - 1920)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('decodes no more of a photo than is seen', () => {
    expect(decodedSides({ width: 12_000, height: 9_000 }, 'fit')).toEqual({ width: 1080, height: 810 });
    expect(decodedSides({ width: 300, height: 300 }, 'fill')).toEqual({ width: 300, height: 300 });
  });
});
