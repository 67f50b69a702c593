import {
  CustomSource,
  canEncodeVideo,
  Input,
  type InputVideoTrack,
  MATROSKA,
  MP4,
  MPEG_TS,
  QTFF,
  type Source,
  WEBM,
} from 'mediabunny';
import { AppError, isAppError } from '../../errors/app-error';
import { type Bytes, remembered } from '../bytes';
import type { VideoFacts } from '../facts';
import { fitSides, sidesFit } from './fit-sides';
import * as mp4 from './mp4/telling';
import * as webm from './webm/telling';
import { isWhole } from './whole';

export const videoFormats = [MP4, QTFF, WEBM, MATROSKA, MPEG_TS];

/** Enough packets to know a frame rate, few enough to stay near the start of the file. */
const probedPackets = 300;

export async function readVideoFacts(bytes: Bytes): Promise<VideoFacts> {
  const size = await bytes.size();
  if (size === undefined) throw new AppError('media_needs_whole_file', { facts: { host: '' } });
  const seen = remembered(bytes);
  const source = new CustomSource({
    getSize: () => size,
    read: (start, end) => seen.read(start, end),
    prefetchProfile: 'network',
  });
  const facts = await videoFactsOf(source);
  if (!(await isWhole(facts.container, seen))) throw damaged('the file ends before its pictures do');
  const tells = await whatTells(facts.container, seen);
  return { ...facts, ...(tells ? { tells } : {}), size };
}

function whatTells(container: VideoFacts['container'], bytes: Bytes) {
  if (container === 'ts') return undefined;
  return (container === 'webm' || container === 'mkv' ? webm : mp4).whatTells(bytes);
}

const damaged = (cause?: unknown) => new AppError('media_damaged', { facts: { format: 'video' }, cause });

async function videoFactsOf(source: Source): Promise<VideoFacts> {
  using input = new Input({ source, formats: videoFormats });
  try {
    if (!(await input.canRead())) throw damaged();
    const video = await input.getPrimaryVideoTrack();
    const audio = await input.getPrimaryAudioTrack();
    if (!video && !audio) throw damaged();
    if (!video) throw new AppError('video_without_picture');
    const codec = (await video.getCodec()) ?? (await ownName(video));
    const audioCodec = await audio?.getCodec();
    return {
      kind: 'video',
      container: await containerOf(input),
      duration: await durationOf(input),
      ...(await sidesOf(video)),
      ...(codec ? { codec } : {}),
      ...(await frameRateOf(video)),
      ...((await video.hasHighDynamicRange()) ? { hdr: true as const } : {}),
      ...(audio ? { audio: audioCodec ? { codec: audioCodec } : {} } : {}),
      canConvert: await canConvert(video),
    };
  } catch (error) {
    if (isAppError(error)) throw error;
    throw damaged(error);
  }
}

async function ownName(video: InputVideoTrack): Promise<string | undefined> {
  const name = await video.getInternalCodecId();
  return typeof name === 'string' ? name.trim().slice(0, 40) : undefined;
}

/** A piece of a broadcast does not begin at zero. */
async function durationOf(input: Input): Promise<number> {
  const end = (await input.getDurationFromMetadata()) ?? (await input.computeDuration());
  return Math.max(0, end - Math.max(0, await input.getFirstTimestamp()));
}

async function containerOf(input: Input): Promise<VideoFacts['container']> {
  const format = await input.getFormat();
  if (format === QTFF) return 'mov';
  if (format === WEBM) return 'webm';
  if (format === MATROSKA) return 'mkv';
  return format === MPEG_TS ? 'ts' : 'mp4';
}

const sidesOf = async (video: InputVideoTrack) => ({
  width: Math.round(await video.getDisplayWidth()),
  height: Math.round(await video.getDisplayHeight()),
});

async function frameRateOf(video: InputVideoTrack): Promise<{ fps: number; fpsVaries: boolean }> {
  const rate = await video.computeFrameRateMetrics({ targetPacketCount: probedPackets });
  const fps = rate.frameRateIsConstant ? rate.bestGuessFrameRate : rate.averageFrameRate;
  return {
    fps: Number.isFinite(fps) ? Math.round(fps * 1_000) / 1_000 : 0,
    fpsVaries: rate.underlyingFrameRate === null && rate.probedPacketCount > 2,
  };
}

async function canConvert(video: InputVideoTrack): Promise<boolean> {
  if (typeof VideoEncoder === 'undefined') return false;
  const { width, height } = fitSides(await sidesOf(video));
  if (!sidesFit({ width, height })) return false;
  return (await video.canDecode()) && (await canEncodeVideo('avc', { width, height }));
}
