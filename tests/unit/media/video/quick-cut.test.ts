import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { BlobSource, type EncodedPacket, EncodedPacketSink, Input, type InputTrack } from 'mediabunny';
import { describe, expect, it } from 'vitest';
import { blobBytes } from '../../../../lib/media/bytes';
import { inspect } from '../../../../lib/media/inspect';
import { cutMp4 } from '../../../../lib/media/video/mp4/cut-mp4';
import type { Patchwork } from '../../../../lib/media/video/patchwork';
import { quickCut } from '../../../../lib/media/video/quick-cut';
import { videoFormats } from '../../../../lib/media/video/video-facts';
import { planVideo, type Trim } from '../../../../lib/media/video/video-plan';

const fixture = async (name: string) =>
  new Blob([await readFile(resolve(import.meta.dirname, '../../../fixtures/media/fit', name))]);

async function cutOf(film: Blob, trim: Trim): Promise<Blob | undefined> {
  const facts = await inspect(blobBytes(film));
  if (facts.kind !== 'video') throw new Error('no film');
  const cut = await quickCut(film, facts, planVideo(facts, trim));
  return cut && put(film, cut);
}

const put = (film: Blob, cut: Patchwork | undefined) =>
  new Blob(
    cut?.pieces.map(({ from, start, end }) =>
      from === 'own' ? cut.own.subarray(start, end) : film.slice(start, end),
    ),
  );

async function packetsOf(film: Blob, track: 'video' | 'audio'): Promise<EncodedPacket[]> {
  using input = new Input({ source: new BlobSource(film), formats: videoFormats });
  const found: InputTrack | null =
    track === 'video' ? await input.getPrimaryVideoTrack() : await input.getPrimaryAudioTrack();
  const packets: EncodedPacket[] = [];
  if (found) for await (const packet of new EncodedPacketSink(found).packets()) packets.push(packet);
  return packets;
}

const plain = ({ data, timestamp, duration, type }: EncodedPacket, from = 0) => ({
  data: Buffer.from(data).toString('base64'),
  timestamp: Math.round((timestamp - from) * 1_000),
  duration: Math.round(duration * 1_000),
  type,
});

describe('a cut that only writes the index anew', () => {
  it.each([
    ['plain.mp4', { start: 1, end: 1.8 }],
    ['plain.mp4', { start: 0, end: 1.5 }],
    ['no-audio.mp4', { start: 0, end: 0.8 }],
    ['turned.mov', { start: 0, end: 0.5 }],
    ['hevc.mp4', { start: 0, end: 0.5 }],
    ['variable.mp4', { start: 0, end: 1 }],
  ])('%s %o holds exactly the packets of that part, at the same distance', async (name, trim) => {
    const film = await fixture(name);
    const made = await cutOf(film, trim);
    if (!made) throw new Error('was not cut');
    const before = await inspect(blobBytes(film));
    const after = await inspect(blobBytes(made));
    for (const same of ['container', 'codec', 'width', 'height', 'audio'])
      expect(Reflect.get(after, same)).toEqual(Reflect.get(before, same));
    expect(after).not.toHaveProperty('tells');
    const [pictures, sound] = [await packetsOf(film, 'video'), await packetsOf(film, 'audio')];
    const [keptPictures, keptSound] = [await packetsOf(made, 'video'), await packetsOf(made, 'audio')];
    const first = pictures.findIndex(
      (packet) => packet.type === 'key' && packet.timestamp > trim.start - 0.001,
    );
    const start = pictures[first]?.timestamp ?? 0;
    expect(keptPictures.length).toBeGreaterThan(5);
    expect(keptPictures.map((packet) => plain(packet))).toEqual(
      pictures.slice(first, first + keptPictures.length).map((packet) => plain(packet, start)),
    );
    const end = Math.max(...keptPictures.map(({ timestamp, duration }) => timestamp + duration));
    expect(start + end).toBeLessThanOrEqual(trim.end + 0.001);
    expect(start + end).toBeGreaterThan(trim.end - 0.25);
    if (sound.length === 0) return;
    const heard = sound.filter(
      ({ timestamp, duration }) => timestamp + duration > start && timestamp + duration <= trim.end,
    );
    expect(keptSound.map((packet) => plain(packet))).toEqual(heard.map((packet) => plain(packet, start)));
  });

  it('keeps what a film that begins between two key images shows from its first moment on', async () => {
    const film = await fixture('plain.mp4');
    const cut = await cutMp4(blobBytes(film), { video: 1, audio: 2 }, { start: 0.4, end: 2 });
    const middle = put(film, cut);
    const [first] = await packetsOf(middle, 'video');
    expect(first?.timestamp).toBeCloseTo(-0.4, 2);
    const again = await cutOf(middle, { start: 0, end: 1 });
    if (!again) throw new Error('was not cut');
    const [kept, ...more] = await packetsOf(again, 'video');
    expect(kept?.timestamp).toBeCloseTo(-0.4, 2);
    expect(more.length).toBeGreaterThan(35);
  });

  it('reads only the beginning and the index of the film', async () => {
    const film = await fixture('plain.mp4');
    let read = 0;
    const bytes = {
      ...blobBytes(film),
      read: async (start: number, end: number) => {
        read += end - start;
        return blobBytes(film).read(start, end);
      },
    };
    const cut = await cutMp4(bytes, { video: 1, audio: 2 }, { start: 0, end: 1 });
    expect(cut?.pieces.length).toBeGreaterThan(0);
    expect(read).toBeLessThan(10_000);
  });

  it('leaves alone what is made of fragments, of another container, or has to be cut exactly', async () => {
    expect(await cutOf(await fixture('h264.mkv'), { start: 0, end: 1 })).toBeUndefined();
    expect(await cutOf(await fixture('vp9.webm'), { start: 0, end: 0.5 })).toBeUndefined();
  });
});
