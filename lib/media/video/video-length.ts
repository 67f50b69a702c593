import { BlobSource, Input } from 'mediabunny';
import { videoFormats } from './video-facts';

/** A file may lie in a cloud folder and have to be fetched first. */
const patience = 2_000;

/** How many seconds a film lasts, by what it says of itself; undefined where it does not say, or not soon. */
export async function videoLength(file: Blob): Promise<number | undefined> {
  using input = new Input({ source: new BlobSource(file), formats: videoFormats });
  let end: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<null>((resolve) => {
    end = setTimeout(resolve, patience, null);
  });
  try {
    return (await Promise.race([input.getDurationFromMetadata(), tooLate])) ?? undefined;
  } catch {
    // Damaged or no film: it has no length by which to know it.
    return undefined;
  } finally {
    clearTimeout(end);
  }
}
