import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './fit/workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const made = (name: string, trim?: { start: number; end: number }, cancelAt = 2) =>
  bench.page.evaluate(([file, part, cancel]) => Reflect.get(window, 'bench')('video', file, part, cancel), [
    name,
    trim,
    cancelAt,
  ] as const);

describe('a video in a real browser', () => {
  it.each([
    ['plain.mp4', 'nothing', { codec: 'avc' }],
    ['no-audio.mp4', 'nothing', { codec: 'avc' }],
    ['turned.mov', 'clean', { container: 'mov', width: 360, height: 640 }],
    ['hevc.mp4', 'nothing', { codec: 'hevc' }],
    ['hdr.mp4', 'nothing', { codec: 'hevc', hdr: true }],
    ['hdr-av1.mp4', 'encode', { codec: 'avc', width: 360, height: 640 }],
    ['vp9.webm', 'nothing', { container: 'webm' }],
    ['odd.webm', 'nothing', { width: 361, height: 641 }],
    ['variable.mp4', 'nothing', {}],
    [
      'h264.mkv',
      'copy',
      { container: 'mp4', codec: 'avc', fps: expect.closeTo(30, 1), audio: { codec: 'aac' } },
    ],
    ['opus.mkv', 'copy', { container: 'mp4', codec: 'avc', audio: { codec: 'opus' } }],
    ['hls-ts/large0.ts', 'copy', { container: 'mp4', codec: 'avc', audio: { codec: 'aac' } }],
    ['fps240.mp4', 'encode', { container: 'mp4', codec: 'avc', fps: 60, audio: { codec: 'aac' } }],
    ['fps15.mp4', 'encode', { fps: 30, codec: 'avc' }],
    ['tiny.mp4', 'encode', { width: 360, height: 480 }],
    ['8k.mp4', 'encode', { width: 1920, height: 1080, fps: 24 }],
    ['av1.mp4', 'encode', { codec: 'avc', width: 360, height: 640, audio: { codec: 'aac' } }],
  ])('%s: %s', async (name, did, facts) => {
    const result = await made(name);
    expect(result).toMatchObject({ did, facts });
    if (result.before) expect(Math.abs(result.facts.duration - result.before.duration)).toBeLessThan(0.15);
  });

  it('is cut without being re-encoded, and never shows what was cut away', async () => {
    const { did, facts } = await made('plain.mp4', { start: 0.5, end: 1.7 });
    expect(did).toBe('copy');
    expect(facts.duration).toBeLessThanOrEqual(0.75);
    expect(facts.duration).toBeGreaterThan(0.6);
  });

  it('is cut exactly where it has no key image near', async () => {
    const { facts } = await made('fps15.mp4', { start: 0.4, end: 1.4 });
    expect(facts.duration).toBeCloseTo(1, 1);
  });

  it('keeps its beginning exactly when only the end is cut', async () => {
    const { did, facts } = await made('plain.mp4', { start: 0, end: 1.5 });
    expect(did).toBe('copy');
    expect(facts.duration).toBeGreaterThan(1.4);
    expect(facts.duration).toBeLessThanOrEqual(1.5);
  });

  it('is cut while it is re-encoded', async () => {
    const { did, facts } = await made('av1.mp4', { start: 0.2, end: 0.8 });
    expect(did).toBe('encode');
    expect(facts.duration).toBeCloseTo(0.6, 1);
  });

  it('stops when it is cancelled', async () => {
    expect(await made('8k.mp4', undefined, 0.3)).toMatchObject({ error: 'publish_cancelled' });
  });

  it.each([
    ['cut-short.mp4', 'media_damaged'],
    ['zip-inside.mp4', 'media_unsupported'],
  ])('%s is refused: %s', async (name, code) => {
    expect(await made(name)).toMatchObject({ error: code });
  });
});
