import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './fit/workbench.ts';

const playlist = (more: string) => new TextEncoder().encode(`#EXTM3U\n${more}`);
const extra = {
  'live.m3u8': playlist('#EXT-X-TARGETDURATION:4\n#EXTINF:4,\npart1.ts\n'),
  'drm.m3u8': playlist('#EXT-X-KEY:METHOD=SAMPLE-AES,URI="skd://x"\n#EXTINF:4,\npart1.ts\n#EXT-X-ENDLIST\n'),
  'widevine.m3u8': playlist(
    '#EXT-X-KEY:METHOD=AES-128,URI="k",KEYFORMAT="com.widevine"\n#EXTINF:4,\na.ts\n#EXT-X-ENDLIST\n',
  ),
  'html.m3u8': new TextEncoder().encode('<!doctype html><title>Sign in</title>'),
  'gone.m3u8': playlist('#EXTINF:4,\nnot-there.ts\n#EXT-X-ENDLIST\n'),
  'live.mpd': new TextEncoder().encode(
    '<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="dynamic"><Period/></MPD>',
  ),
  'drm.mpd': new TextEncoder().encode(
    '<MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><Period><AdaptationSet><ContentProtection/></AdaptationSet></Period></MPD>',
  ),
};

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench({ extra });
});
afterAll(() => bench.close());

const joined = (path: string, diesAfter?: number) =>
  bench.page.evaluate(([name, format, dies]) => Reflect.get(window, 'bench')('stream', name, format, dies), [
    path,
    path.endsWith('.mpd') ? 'dash' : 'hls',
    diesAfter,
  ] as const);

describe('a stream', () => {
  it.each([
    ['hls-ts/master.m3u8', 4],
    ['hls-fmp4/master.m3u8', 3],
    ['hls-aes/stream.m3u8', 3],
    ['dash-base/stream.mpd', 2],
    ['dash-template/stream.mpd', 3],
  ])('%s becomes one MP4 with its sound', async (path, seconds) => {
    const { facts, left } = await joined(path);
    expect(facts).toMatchObject({
      container: 'mp4',
      codec: 'avc',
      width: 360,
      height: 640,
      fps: 30,
      audio: { codec: 'aac' },
    });
    expect(Math.abs(facts.duration - seconds)).toBeLessThan(0.15);
    expect(left).toBe(0);
  });

  it.each([
    ['hls-ts/master.m3u8', 5],
    ['hls-fmp4/master.m3u8', 8],
    ['dash-template/stream.mpd', 5],
  ])('%s, killed after %i requests, goes on after the last safe piece', async (path, dies) => {
    const { facts, asked, wasKilled, left } = await joined(path, dies);
    expect(wasKilled).toBe(true);
    expect(facts).toMatchObject({ codec: 'avc', audio: { codec: 'aac' } });
    const whole = await joined(path);
    expect(Math.abs(facts.duration - whole.facts.duration)).toBeLessThan(0.01);
    expect(asked.length).toBeLessThan(dies + whole.asked.length);
    expect(left).toBe(0);
  });

  it('is taken in its best version up to 1080p that need not be re-encoded', async () => {
    const { asked } = await joined('hls-ts/master.m3u8');
    expect(asked.some((name: string) => name.startsWith('small') || name.startsWith('missing'))).toBe(false);
  });

  it.each([
    ['live.m3u8', 'stream_live'],
    ['drm.m3u8', 'stream_protected'],
    ['widevine.m3u8', 'stream_protected'],
    ['html.m3u8', 'stream_broken'],
    ['gone.m3u8', 'media_gone'],
    ['live.mpd', 'stream_live'],
    ['drm.mpd', 'stream_protected'],
  ])('%s is refused: %s', async (path, code) => {
    expect(await joined(path)).toMatchObject({ error: code });
  });
});
