import { describe, expect, it } from 'vitest';
import type { PhotoFacts, VideoFacts } from '../../../lib/media/facts';
import { canPost, type Preflight, preflight } from '../../../lib/media/preflight';
import catalog from '../../../public/_locales/en/messages.json';

const video: VideoFacts = {
  kind: 'video',
  container: 'mp4',
  size: 50_000_000,
  duration: 60,
  width: 1080,
  height: 1920,
  codec: 'avc',
  fps: 30,
  fpsVaries: false,
  audio: { codec: 'aac' },
  canConvert: true,
};
const photo: PhotoFacts = {
  kind: 'photo',
  format: 'jpeg',
  size: 400_000,
  width: 1080,
  height: 1350,
  orientation: 1,
  animated: false,
  transparent: false,
  cmyk: false,
  hasLocation: false,
  hasMetadata: false,
};
const post: Preflight = {
  kind: 'video',
  mode: 'direct',
  looks: [{ facts: video }],
  maxVideoSeconds: 600,
  photosHaveWay: true,
  titleLength: 0,
  captionLength: 0,
};
const withVideo = (facts: Partial<VideoFacts>, rest: Partial<Preflight> = {}) =>
  preflight({ ...post, ...rest, looks: [{ facts: { ...video, ...facts } }] });
const withPhotos = (photos: Partial<PhotoFacts>[], rest: Partial<Preflight> = {}) =>
  preflight({
    ...post,
    kind: 'photo',
    ...rest,
    looks: photos.map((facts) => ({ facts: { ...photo, ...facts } })),
  });
const short = (lines: ReturnType<typeof preflight>) =>
  lines.map(({ code, severity }) => `${severity} ${code}`);

describe('a video', () => {
  it('that fits needs no word', () => {
    expect(withVideo({})).toEqual([]);
  });

  it.each<[string, Partial<VideoFacts>, string[]]>([
    ['in a container TikTok does not take', { container: 'mkv' }, ['fixes container']],
    ['in a codec TikTok does not take', { codec: 'av1' }, ['fixes codec']],
    ['in a codec nobody knows here', { codec: 'av1', canConvert: false }, ['blocks codec']],
    ['too fast', { fps: 240 }, ['fixes fps']],
    ['just rounded above 60', { fps: 60.02 }, []],
    ['of film speed', { fps: 23.976 }, []],
    ['too slow', { fps: 15 }, ['fixes fps']],
    ['too small', { width: 240, height: 320 }, ['fixes sides']],
    ['too large', { width: 7680, height: 4320 }, ['fixes sides']],
    ['too large, and not convertible', { width: 7680, height: 4320, canConvert: false }, ['blocks sides']],
    ['of exactly the largest and smallest sides', { width: 360, height: 4096 }, []],
    ['brighter than most screens', { hdr: true }, ['warns hdr']],
    ['that says where it was made', { tells: 'place' }, ['fixes video-place']],
    ['that tells of its camera', { tells: 'details' }, ['fixes video-details']],
    [
      'that tells of its place and is converted',
      { tells: 'place', fps: 15 },
      ['fixes fps', 'fixes video-place'],
    ],
    ['without sound', { audio: undefined as never }, ['warns silent']],
    ['longer than the creator may post', { duration: 601 }, ['blocks too-long']],
    ['larger than TikTok takes', { size: 4_000_000_001 }, ['blocks too-big']],
    ['of exactly the largest size', { size: 4_000_000_000 }, []],
  ])('%s', (_name, facts, expected) => {
    expect(short(withVideo(facts))).toEqual(expected);
  });

  it('that was cut to the limit may be posted, and says what is kept', () => {
    const lines = withVideo({ duration: 1_500 }, { trim: { start: 0, end: 600 } });
    expect(short(lines)).toEqual(['fixes cut']);
    expect(lines[0]?.values).toEqual({ length: '10:00' });
    expect(canPost(lines)).toBe(true);
  });

  it('that is too long offers to cut it, with the limit', () => {
    const [line] = withVideo({ duration: 1_500 });
    expect(line).toMatchObject({
      values: { length: '25:00', limit: '10:00' },
      remedies: ['trim', 'choose-file'],
    });
  });

  it('obeys the creator, not the usual limit', () => {
    expect(withVideo({ duration: 1_500 }, { maxVideoSeconds: 3_600 })).toEqual([]);
  });

  it('is judged by its kept part when it is too big', () => {
    const facts = { size: 8_000_000_000, duration: 600 };
    expect(short(withVideo(facts, { trim: { start: 0, end: 200 } }))).toEqual(['fixes cut']);
  });

  it('that cannot be read blocks', () => {
    const lines = preflight({ ...post, looks: [{ error: { code: 'media_damaged', facts: {} } }] });
    expect(short(lines)).toEqual(['blocks media_damaged']);
  });

  it('that could not be looked at only warns', () => {
    const lines = preflight({ ...post, looks: [{ error: { code: 'media_needs_whole_file', facts: {} } }] });
    expect(short(lines)).toEqual(['warns media_needs_whole_file']);
  });

  it('comes alone', () => {
    const lines = preflight({ ...post, looks: [{ facts: video }, { facts: video }] });
    expect(short(lines)).toEqual(['blocks one-video']);
  });
});

describe('photos', () => {
  it('that fit need no word', () => {
    expect(withPhotos([{}, {}])).toEqual([]);
  });

  it('are counted by what happens to them', () => {
    const lines = withPhotos([
      { format: 'png', transparent: true },
      { format: 'avif', width: 4000, height: 3000 },
      { width: 1086, height: 1448 },
      { animated: true, format: 'webp' },
    ]);
    expect(lines.map(({ code, values }) => [code, values?.count])).toEqual([
      ['photo-format', 2],
      ['photo-sides', 2],
      ['photo-moving', 1],
      ['photo-transparent', 1],
    ]);
  });

  it('say that their place is removed', () => {
    expect(short(withPhotos([{ hasLocation: true, hasMetadata: true }]))).toEqual(['fixes photo-place']);
  });

  it('say that their place stays where TikTok fetches them as they are', () => {
    const lines = withPhotos([{ hasLocation: true, hasMetadata: true }], { pulled: true });
    expect(short(lines)).toEqual(['warns place-stays']);
    expect(short(withPhotos([{ hasMetadata: true }], { pulled: true }))).toEqual([]);
    expect(short(withVideo({ tells: 'place' }, { pulled: true }))).toEqual(['warns place-stays']);
    expect(short(withVideo({ tells: 'details' }, { pulled: true }))).toEqual([]);
  });

  it('that this browser cannot make a film of are stopped, with the way that is left', () => {
    const film = { slideshow: { seconds: 2 }, photosHaveWay: false };
    expect(withPhotos([{}], { ...film, canMakeFilm: false })).toMatchObject([
      { code: 'no-film', severity: 'blocks', remedies: ['set-up-bucket'] },
    ]);
    for (const canMakeFilm of [true, undefined])
      expect(short(withPhotos([{}], { ...film, canMakeFilm }))).toEqual(['fixes slideshow']);
  });

  it('over 35 block', () => {
    expect(short(withPhotos(Array.from({ length: 36 }, () => ({}))))).toEqual(['blocks too-many']);
    expect(withPhotos(Array.from({ length: 35 }, () => ({})))).toEqual([]);
  });

  it('without a way to TikTok offer the slideshow first', () => {
    const lines = withPhotos([{}], { photosHaveWay: false });
    expect(lines).toMatchObject([
      { code: 'no-way', severity: 'blocks', remedies: ['make-slideshow', 'set-up-bucket'] },
    ]);
  });

  it('as a slideshow need no way, and are a video of known length', () => {
    const lines = withPhotos([{}, {}, {}], { photosHaveWay: false, slideshow: { seconds: 3 } });
    expect(lines).toMatchObject([{ code: 'slideshow', severity: 'fixes', values: { length: '0:09' } }]);
  });

  it('no browser can read are named by their place in the row', () => {
    const lines = withPhotos([{}, { format: 'heic' }]);
    expect(lines.filter(({ severity }) => severity === 'blocks')).toMatchObject([{ index: 1 }]);
  });

  it('do not mix with videos', () => {
    const lines = preflight({ ...post, kind: 'photo', looks: [{ facts: photo }, { facts: video }] });
    expect(short(lines)).toEqual(['blocks mixed']);
  });
});

describe('words, accounts and limits of the day', () => {
  it('counts what is too long in the caption', () => {
    expect(withVideo({}, { captionLength: 2_201 })).toMatchObject([{ values: { over: 1, limit: 2_200 } }]);
    expect(withPhotos([{}], { captionLength: 4_000, titleLength: 91 })).toMatchObject([
      { values: { over: 1, limit: 90 } },
    ]);
  });

  it('leaves the words of an inbox video to TikTok', () => {
    expect(withVideo({}, { captionLength: 9_999, mode: 'inbox' })).toEqual([]);
  });

  it('stops at an account that has to be reconnected', () => {
    const lines = withVideo({}, { accountTrouble: { code: 'invalid_grant', facts: {} } });
    expect(lines).toMatchObject([
      { severity: 'blocks', key: 'error_invalid_grant', remedies: ['reconnect'] },
    ]);
  });

  it('warns before the day is full, and before the inbox is', () => {
    expect(short(withVideo({}, { postsToday: 14 }))).toEqual([]);
    expect(withVideo({}, { postsToday: 15, roomAt: '18:40' })).toMatchObject([
      { code: 'many-today', values: { number: 16, limit: 15, at: '18:40' } },
    ]);
    expect(short(withVideo({}, { pendingDrafts: 5, mode: 'inbox' }))).toEqual(['warns many-pending']);
  });

  it('blocks an empty post', () => {
    expect(canPost(preflight({ ...post, looks: [] }))).toBe(false);
  });
});

it('has a sentence for every line it can give', () => {
  const lines = [
    ...withVideo({ container: 'mkv', duration: 700, audio: undefined as never, size: 9e9 }),
    ...withVideo({ codec: 'av1', fps: 5, width: 100, height: 100 }),
    ...withVideo({ codec: 'av1', fps: 5, width: 100, height: 100, canConvert: false }),
    ...withPhotos(
      [{ format: 'heic', animated: true, transparent: true, width: 4000, size: 3e7, hasMetadata: true }],
      {
        photosHaveWay: false,
        titleLength: 91,
        captionLength: 4_001,
        postsToday: 15,
      },
    ),
  ];
  for (const { key } of lines) expect([key in catalog, `${key}_other` in catalog]).toContain(true);
  expect(lines.length).toBeGreaterThan(15);
});
