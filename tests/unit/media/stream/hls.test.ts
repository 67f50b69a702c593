import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../lib/errors/app-error';
import { readMaster, readMedia } from '../../../../lib/media/stream/hls';
import { bestVersion } from '../../../../lib/media/stream/tracks';

const base = 'https://cdn.example/films/one/master.m3u8';
const media = (...lines: string[]) => readMedia(['#EXTM3U', ...lines, '#EXT-X-ENDLIST'].join('\n'), base);
const refused = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'not refused';
};

describe('a master playlist', () => {
  const master = [
    '#EXTM3U',
    '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="other",URI="other.m3u8"',
    '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="main",DEFAULT=YES,URI="main.m3u8"',
    '#EXT-X-STREAM-INF:BANDWIDTH=9000000,RESOLUTION=2160x3840,CODECS="avc1.640033,mp4a.40.2",AUDIO="a"',
    'uhd.m3u8',
    '#EXT-X-STREAM-INF:BANDWIDTH=3000000,RESOLUTION=1080x1920,CODECS="avc1.640028,mp4a.40.2",AUDIO="a"',
    'fhd.m3u8?token=a,b',
    '#EXT-X-STREAM-INF:BANDWIDTH=4000000,RESOLUTION=1080x1920,CODECS="hvc1.1.6.L120.90,mp4a.40.2",AUDIO="a"',
    'hevc.m3u8',
    '#EXT-X-STREAM-INF:BANDWIDTH=600000,RESOLUTION=360x640,CODECS="avc1.64001e,mp4a.40.2",AUDIO="a"',
    'small.m3u8',
    '#EXT-X-STREAM-INF:BANDWIDTH=64000,CODECS="mp4a.40.2"',
    'sound.m3u8',
  ].join('\r\n');

  it('offers its versions with the sound that belongs to them', () => {
    expect(readMaster(master, base)?.[1]).toEqual({
      url: 'https://cdn.example/films/one/fhd.m3u8?token=a,b',
      bandwidth: 3_000_000,
      width: 1080,
      height: 1920,
      codecs: 'avc1.640028,mp4a.40.2',
      audioUrl: 'https://cdn.example/films/one/main.m3u8',
    });
  });

  it('is taken in its sharpest H.264 version up to 1080p', () => {
    expect(bestVersion(readMaster(master, base) ?? [])?.url).toContain('fhd.m3u8');
  });

  it('is taken smaller rather than re-encoded, larger rather than not at all', () => {
    const of = (codecs: string, height: number, bandwidth: number) => ({
      codecs,
      width: height,
      height,
      bandwidth,
    });
    expect(bestVersion([of('hvc1', 1080, 9), of('avc1', 480, 1)])?.codecs).toBe('avc1');
    expect(bestVersion([of('avc1', 2160, 9), of('avc1', 1440, 5)])?.height).toBe(1440);
  });

  it('is told from the playlist of one version', () => {
    expect(readMaster('#EXTM3U\n#EXTINF:4,\na.ts', base)).toBeUndefined();
  });

  it('with a key of its own kind is refused', () => {
    const protectedMaster = `${master}\n#EXT-X-SESSION-KEY:METHOD=SAMPLE-AES,URI="skd://x"`;
    expect(refused(() => readMaster(protectedMaster, base))).toBe('stream_protected');
  });
});

describe('the playlist of a version', () => {
  it('lists its pieces by their addresses', () => {
    expect(media('#EXTINF:4,', 'a.ts', '#EXTINF:2.5,', '/b.ts?x=1')).toEqual({
      pieces: [{ url: 'https://cdn.example/films/one/a.ts' }, { url: 'https://cdn.example/b.ts?x=1' }],
      duration: 6.5,
    });
  });

  it('lists ranges of one file, those without a start after the one before', () => {
    const { pieces } = media(
      '#EXT-X-MAP:URI="v.mp4",BYTERANGE="700@0"',
      '#EXTINF:1,',
      '#EXT-X-BYTERANGE:100@700',
      'v.mp4',
      '#EXTINF:1,',
      '#EXT-X-BYTERANGE:50',
      'v.mp4',
    );
    expect(pieces.map(({ range }) => range)).toEqual([
      [0, 700],
      [700, 800],
      [800, 850],
    ]);
  });

  it('knows each piece its key and vector', () => {
    const { pieces } = media(
      '#EXT-X-MEDIA-SEQUENCE:7',
      '#EXT-X-KEY:METHOD=AES-128,URI="k.key"',
      '#EXTINF:1,',
      'a.ts',
      '#EXT-X-KEY:METHOD=AES-128,URI="k.key",IV=0x000102030405060708090A0B0C0D0E0F',
      '#EXTINF:1,',
      'b.ts',
      '#EXT-X-KEY:METHOD=NONE',
      '#EXTINF:1,',
      'c.ts',
    );
    expect(pieces.map(({ key }) => key && [...key.iv].slice(-2))).toEqual([[0, 7], [14, 15], undefined]);
  });

  it.each([
    ['#EXT-X-KEY:METHOD=SAMPLE-AES,URI="k"', 'stream_protected'],
    ['#EXT-X-KEY:METHOD=SAMPLE-AES-CTR,URI="k"', 'stream_protected'],
    ['#EXT-X-KEY:METHOD=AES-128,URI="k",KEYFORMAT="com.apple.streamingkeydelivery"', 'stream_protected'],
    ['#EXT-X-BYTERANGE:-5@0', 'stream_broken'],
  ])('with %s is refused: %s', (line, code) => {
    expect(refused(() => media(line, '#EXTINF:1,', 'a.ts'))).toBe(code);
  });

  it('that has not ended is a broadcast', () => {
    expect(refused(() => readMedia('#EXTM3U\n#EXTINF:1,\na.ts', base))).toBe('stream_live');
  });

  it('with a break in its time is refused, a mark before the first piece is none', () => {
    expect(refused(() => media('#EXTINF:1,', 'a.ts', '#EXT-X-DISCONTINUITY', '#EXTINF:1,', 'b.ts'))).toBe(
      'stream_with_breaks',
    );
    expect(media('#EXT-X-DISCONTINUITY', '#EXTINF:1,', 'a.ts').pieces).toHaveLength(1);
  });

  it('without anything in it is broken', () => {
    expect(refused(() => media())).toBe('stream_broken');
    expect(refused(() => readMedia('<html>', base))).toBe('stream_broken');
  });
});

it('whatever a site writes, it is read or refused', () => {
  const tag = fc.constantFrom(
    '#EXT-X-KEY:',
    '#EXT-X-MAP:',
    '#EXT-X-BYTERANGE:',
    '#EXTINF:',
    '#EXT-X-STREAM-INF:',
    '',
  );
  const line = fc.tuple(tag, fc.string({ maxLength: 60 })).map(([name, rest]) => name + rest);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const text = ['#EXTM3U', ...lines, '#EXT-X-ENDLIST'].join('\n');
      for (const read of [readMaster, readMedia]) {
        try {
          read(text, base);
        } catch (error) {
          // An address that is none is the browser's own refusal.
          if (!(error instanceof AppError) && !(error instanceof TypeError)) throw error;
        }
      }
    }),
    { numRuns: 300 },
  );
});
