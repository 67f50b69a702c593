import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './fit/workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const photos = ['fits.jpg', 'alpha.png', 'rotated-gps.jpg', 'still.avif'];
const slideshow = (look: object, cancelAt = 2) =>
  bench.page.evaluate(
    ([names, given, cancel]) => Reflect.get(window, 'bench')('slideshow', names, given, cancel),
    [photos, look, cancelAt] as const,
  );

describe('a slideshow', () => {
  it.each(['fit', 'fill'])('of photos of all kinds becomes a film TikTok takes (%s)', async (frame) => {
    const { facts, seconds } = await slideshow({ secondsEach: 1, frame, fade: 0.3 });
    expect(facts).toMatchObject({
      kind: 'video',
      container: 'mp4',
      codec: 'avc',
      width: 1080,
      height: 1920,
      fps: 25,
      fpsVaries: false,
    });
    expect(facts.duration).toBeCloseTo(4, 1);
    console.info(`${(4 / seconds).toFixed(1)} × real time`);
  });

  it('stops when it is cancelled', async () => {
    expect(await slideshow({ secondsEach: 1, frame: 'fit', fade: 0 }, 0.2)).toMatchObject({
      error: 'publish_cancelled',
    });
  });
});
