import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BenchName } from './fit/page.ts';
import { openWorkbench, type Workbench } from './fit/workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const ask = (name: BenchName, ...given: (string | number)[]) =>
  bench.page.evaluate(([method, rest]) => Reflect.get(window, 'bench')(method, ...rest), [
    name,
    given,
  ] as const);
const fitted = (name: string) => ask('fitPhoto', name);

describe('a photo in a real browser', () => {
  it.each([
    ['fits.jpg', { did: 'strip', type: 'image/jpeg', width: 640, height: 960 }],
    ['fits.webp', { did: 'strip', type: 'image/webp', width: 400, height: 300 }],
    ['rotated-gps.jpg', { did: 'convert', width: 240, height: 320 }],
    ['large.jpg', { did: 'convert', width: 1440, height: 1080 }],
    ['alpha.png', { did: 'convert', width: 200, height: 300 }],
    ['deep.png', { did: 'convert', width: 160, height: 120 }],
    ['still.avif', { did: 'convert', width: 400, height: 300 }],
    ['animated.webp', { did: 'convert', width: 200, height: 200 }],
    ['animated.gif', { did: 'convert', width: 120, height: 120 }],
    ['png-inside.jpg', { did: 'convert', width: 300, height: 300 }],
    ['cmyk.jpg', { did: 'convert', width: 320, height: 240 }],
  ])('%s comes out as TikTok takes it', async (name, expected) => {
    const { width, height } = expected;
    expect(await fitted(name)).toMatchObject({
      type: 'image/jpeg',
      ...expected,
      facts: {
        width,
        height,
        orientation: 1,
        hasLocation: false,
        hasMetadata: false,
        animated: false,
        cmyk: false,
      },
    });
  });

  it.each([
    ['empty.jpg', 'media_empty'],
    ['truncated.jpg', 'media_damaged'],
    ['half.jpg', 'media_damaged'],
    ['sign-in.jpg', 'media_is_page'],
    ['zip-inside.mp4', 'media_unsupported'],
  ])('%s is refused: %s', async (name, code) => {
    expect(await fitted(name)).toMatchObject({ error: code });
  });

  it('puts half-transparent red over white, not over black', async () => {
    const { pixels } = await fitted('alpha.png');
    const [red, green, blue] = pixels.middle;
    expect(red).toBeGreaterThan(240);
    expect(Math.abs(green - 128)).toBeLessThan(12);
    expect(Math.abs(blue - 128)).toBeLessThan(12);
  });

  it('keeps the four inks of a print photo as they look', async () => {
    const { pixels } = await fitted('cmyk.jpg');
    expect(pixels.topLeft).not.toEqual(pixels.topRight);
  });

  it('turns a photo as the browser itself shows it', async () => {
    const [made, shown] = [await fitted('rotated-gps.jpg'), await ask('colours', 'rotated-gps.jpg')];
    for (const [corner, colour] of Object.entries<number[]>(shown))
      made.pixels[corner].forEach((value: number, channel: number) => {
        expect(Math.abs(value - (colour[channel] ?? 0))).toBeLessThan(30);
      });
  });

  it.each([
    ['an ordinary', 1_200, 800],
    ['an enormous', 8_000, 6_000],
  ])('turns %s camera photo upright', async (_name, width, height) => {
    const { did, shown, facts } = await ask('turnedCamera', width, height);
    expect(did).toBe('convert');
    expect(facts.height).toBeGreaterThan(facts.width);
    const name = ([r = 0, g = 0, b = 0]: number[]) =>
      r > 200 && g > 200 ? 'yellow' : r > 200 ? 'red' : g > 200 ? 'lime' : b > 200 ? 'blue' : 'other';
    expect([shown.topLeft, shown.topRight, shown.bottomLeft, shown.bottomRight].map(name)).toEqual([
      'blue',
      'red',
      'yellow',
      'lime',
    ]);
  });
});
