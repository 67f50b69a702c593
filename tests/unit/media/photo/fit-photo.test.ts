import { describe, expect, it } from 'vitest';
import { fitPhoto, type PaintOrder, type PaintPhoto } from '../../../../lib/media/photo/fit-photo';
import { turn } from '../../../../lib/media/photo/paint';
import { photoSides } from '../../../../lib/media/photo/photo-plan';
import { fixtureBlob } from '../fixtures';

/** A canvas that makes a JPEG as large as it is told. */
function painter(sizes: number[] = [1_000]) {
  const orders: PaintOrder[] = [];
  const qualities: number[] = [];
  let closed = 0;
  const paint: PaintPhoto = async (_blob, order) => {
    orders.push(order);
    return {
      toJpeg: async (quality) => {
        qualities.push(quality);
        return new Blob([new Uint8Array(sizes[qualities.length - 1] ?? 1_000)], { type: 'image/jpeg' });
      },
      close: () => {
        closed++;
      },
    };
  };
  return { paint, orders, qualities, closed: () => closed };
}

describe('making a photo fit', () => {
  it.each([
    ['fits.jpg', 'strip', 640, 960],
    ['fits.webp', 'strip', 400, 300],
    ['rotated-gps.jpg', 'convert', 240, 320],
    ['large.jpg', 'convert', 1440, 1080],
    ['cmyk.jpg', 'convert', 320, 240],
    ['alpha.png', 'convert', 200, 300],
    ['deep.png', 'convert', 160, 120],
    ['still.avif', 'convert', 400, 300],
    ['animated.webp', 'convert', 200, 200],
    ['animated.gif', 'convert', 120, 120],
    ['png-inside.jpg', 'convert', 300, 300],
  ])('%s: %s', async (name, did, width, height) => {
    const { paint, closed, orders } = painter();
    expect(await fitPhoto(fixtureBlob(name), paint)).toMatchObject({ did, width, height });
    expect(closed()).toBe(orders.length);
  });

  it.each([
    ['empty.jpg', 'media_empty'],
    ['truncated.jpg', 'media_damaged'],
    ['half.jpg', 'media_damaged'],
    ['sign-in.jpg', 'media_is_page'],
    ['zip-inside.mp4', 'media_unsupported'],
  ])('%s: %s', async (name, code) => {
    await expect(fitPhoto(fixtureBlob(name), painter().paint)).rejects.toMatchObject({ code });
  });

  it('turns a JPEG itself, whatever the decoder does', async () => {
    const { paint, orders } = painter();
    await fitPhoto(fixtureBlob('rotated-gps.jpg'), paint);
    expect(orders).toMatchObject([{ orientation: 6 }]);
  });

  it('lowers the quality only while the file is too large', async () => {
    const tight = painter([21_000_000, 20_000_001, 20_000_000]);
    const { blob } = await fitPhoto(fixtureBlob('alpha.png'), tight.paint);
    expect(tight.qualities).toEqual([0.92, 0.85, 0.75]);
    expect(blob.size).toBe(20_000_000);
  });

  it('says that a picture no decoder takes is damaged', async () => {
    const paint = () => Promise.reject(new Error('decode'));
    await expect(fitPhoto(fixtureBlob('alpha.png'), paint)).rejects.toMatchObject({ code: 'media_damaged' });
  });
});

describe('sides', () => {
  it.each([
    [1080, 1920, 1080, 1920],
    [1254, 1254, 1080, 1080],
    [1086, 1448, 1080, 1440],
    [12_000, 9_000, 1440, 1080],
    [400, 8_000, 96, 1920],
    [1, 1, 1, 1],
    [2, 30_000, 1, 1920],
  ])('%i × %i becomes %i × %i', (width, height, newWidth, newHeight) => {
    expect(photoSides({ width, height })).toEqual({ width: newWidth, height: newHeight });
  });

  it('every turn brings every corner onto the canvas', () => {
    for (let orientation = 1; orientation <= 8; orientation++) {
      const size = { width: 30, height: 20, pixels: 600, orientation };
      const [a, b, c, d, e, f] = turn(size);
      const [w, h] = orientation >= 5 ? [20, 30] : [30, 20];
      const corners = [
        [0, 0],
        [w, 0],
        [0, h],
        [w, h],
      ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f]);
      expect(new Set(corners.map(String))).toEqual(new Set(['0,0', '30,0', '0,20', '30,20']));
    }
  });
});
