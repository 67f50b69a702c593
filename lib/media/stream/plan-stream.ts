import { AppError } from '../../errors/app-error';
import { readMpd } from './dash';
import { readMaster, readMedia } from './hls';
import { bestVersion, type Piece, type StreamPlan } from './tracks';

/** Fetches bytes of an address, trying again as it sees fit. `url` is where they really came from. */
export type GetBytes = (url: string, range: Piece['range']) => Promise<Got>;

export interface Got {
  bytes: Uint8Array<ArrayBuffer>;
  url: string;
  /** The size of the whole file, where a part was asked for and the server says. */
  total?: number | undefined;
}

const decoder = new TextDecoder();

/** What has to be fetched of a stream, and in which order. Refuses streams that cannot or may not be joined. */
export async function planStream(url: string, format: 'hls' | 'dash', get: GetBytes): Promise<StreamPlan> {
  const page = await text(url, get);
  if (format === 'dash') return readMpd(new DOMParser().parseFromString(page.text, 'text/xml'), page.url);
  const versions = readMaster(page.text, page.url);
  if (!versions) return onlyTrack(readMedia(page.text, page.url));
  const best = bestVersion(versions);
  if (!best) throw new AppError('stream_broken');
  const video = await mediaOf(best.url, get);
  if (!best.audioUrl || best.audioUrl === best.url) return onlyTrack(video);
  const audio = await mediaOf(best.audioUrl, get);
  return {
    tracks: [
      { kind: 'video', pieces: video.pieces },
      { kind: 'audio', pieces: audio.pieces },
    ],
    duration: video.duration,
  };
}

const onlyTrack = ({ pieces, duration }: ReturnType<typeof readMedia>): StreamPlan => ({
  tracks: [{ kind: 'video', pieces }],
  duration,
});

async function mediaOf(url: string, get: GetBytes) {
  const page = await text(url, get);
  return readMedia(page.text, page.url);
}

async function text(url: string, get: GetBytes) {
  const found = await get(url, undefined);
  return { text: decoder.decode(found.bytes), url: found.url };
}
