import { slideshowVideo } from './timeline';

/** Whether this browser can write H.264 of a film's size on this computer. Firefox on Linux, for one, often cannot. */
export async function canMakeFilm(): Promise<boolean> {
  if (typeof VideoEncoder === 'undefined') return false;
  const { width, height, fps } = slideshowVideo;
  try {
    const answer = await VideoEncoder.isConfigSupported({
      codec: 'avc1.640028',
      width,
      height,
      framerate: fps,
      bitrate: filmBitrate,
    });
    return answer.supported === true;
  } catch {
    // It does not even know the words of the question.
    return false;
  }
}

/** Sharp enough for a still picture at 1080p, whatever the encoder. */
export const filmBitrate = 8_000_000;
