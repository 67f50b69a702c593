import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../lib/errors/app-error';
import { readMpd, seconds } from '../../../../lib/media/stream/dash';

const base = 'https://cdn.example/films/stream.mpd';
const read = (inside: string, attributes = 'type="static" mediaPresentationDuration="PT6S"') => {
  const text = `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" ${attributes}>${inside}</MPD>`;
  return readMpd(new DOMParser().parseFromString(text, 'text/xml') as unknown as Document, base);
};
const refused = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'not refused';
};
const urls = (plan: ReturnType<typeof read>) =>
  plan.tracks.map(({ pieces }) => pieces.map(({ url }) => url.slice(26)));
const video = (inside: string) =>
  `<Period><AdaptationSet contentType="video"><Representation id="v" bandwidth="5" width="720" height="1280" codecs="avc1.4d">${inside}</Representation></AdaptationSet></Period>`;

describe('a presentation', () => {
  it('of two plain files, as Reddit writes it', () => {
    const plan = read(`<Period>
      <AdaptationSet contentType="video">
        <Representation id="1" bandwidth="100" width="240" height="426" codecs="avc1.4d"><BaseURL>DASH_240.mp4</BaseURL><SegmentBase/></Representation>
        <Representation id="2" bandwidth="900" width="720" height="1280" codecs="avc1.4d"><BaseURL>DASH_720.mp4</BaseURL><SegmentBase/></Representation>
      </AdaptationSet>
      <AdaptationSet contentType="audio">
        <Representation id="3" bandwidth="64"><BaseURL>a64.mp4</BaseURL></Representation>
        <Representation id="4" bandwidth="128"><BaseURL>a128.mp4</BaseURL></Representation>
      </AdaptationSet></Period>`);
    expect(urls(plan)).toEqual([['DASH_720.mp4'], ['a128.mp4']]);
    expect(plan.duration).toBe(6);
  });

  it('by numbers', () => {
    const template =
      '<SegmentTemplate timescale="1000" duration="2000" startNumber="1" initialization="i-$RepresentationID$.m4s" media="p-$RepresentationID$-$Number%03d$.m4s"/>';
    expect(urls(read(video(template)))).toEqual([['i-v.m4s', 'p-v-001.m4s', 'p-v-002.m4s', 'p-v-003.m4s']]);
  });

  it('by times', () => {
    const template =
      '<SegmentTemplate timescale="10" initialization="i.m4s" media="p-$Time$.m4s"><SegmentTimeline><S t="5" d="20" r="1"/><S d="10"/></SegmentTimeline></SegmentTemplate>';
    expect(urls(read(video(template)))).toEqual([['i.m4s', 'p-5.m4s', 'p-25.m4s', 'p-45.m4s']]);
  });

  it('by a list', () => {
    const list =
      '<SegmentList><Initialization sourceURL="i.mp4" range="0-99"/><SegmentURL media="a.m4s"/><SegmentURL media="b.m4s" mediaRange="5-9"/></SegmentList>';
    const [track] = read(video(list)).tracks;
    expect(track?.pieces.map(({ range }) => range)).toEqual([[0, 100], undefined, [5, 10]]);
  });

  it.each([
    ['live', () => read(video(''), 'type="dynamic"'), 'stream_live'],
    ['protected', () => read(video('<ContentProtection/>')), 'stream_protected'],
    ['of two periods', () => read(video('') + video('')), 'stream_with_breaks'],
    ['of nothing', () => read(''), 'stream_broken'],
    [
      'of sound only',
      () => read('<Period><AdaptationSet contentType="audio"><Representation/></AdaptationSet></Period>'),
      'stream_broken',
    ],
    [
      'of endless pieces',
      () => read(video('<SegmentTemplate timescale="1000000" duration="1" media="$Number$"/>')),
      'stream_broken',
    ],
  ])('%s is refused', (_name, work, code) => {
    expect(refused(work)).toBe(code);
  });
});

it.each([
  ['PT1H2M3.5S', 3_723.5],
  ['PT30S', 30],
  ['P1D', undefined],
  [null, undefined],
])('%s lasts %s seconds', (text, expected) => {
  expect(seconds(text)).toBe(expected);
});
