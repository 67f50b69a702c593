import * as z from 'zod/mini';
import { AppError } from '../errors/app-error';
import { blobBytes } from './bytes';
import type { VideoFacts } from './facts';
import { inspect } from './inspect';
import { videoLimits } from './limits';
import { clockText } from './preflight-line';
import type { SlideshowLook } from './slideshow/timeline';
import { newStashKey, type Stash } from './stash';
import { codecName } from './video/codec-name';
import { planVideo, postedSeconds, type VideoPlan } from './video/video-plan';
import type { Work, WorkTools } from './work';
import { type Keys, PrepareInput } from './work-shapes';

/** Which inputs are done, and under which key each stands now; and the key a video is being made under. */
export const PrepareMark = z.object({
  done: z.array(z.object({ index: z.number(), key: z.string() })),
  making: z.optional(z.string()),
});
export type PrepareMark = z.infer<typeof PrepareMark>;

type Tools = WorkTools<PrepareMark>;
type StashPart = Pick<Stash, 'open' | 'put' | 'scratch' | 'adopt' | 'find' | 'compose'>;

/** What does the heavy part is loaded when it is needed: a page that only asks for a look never has it. */
export function createPrepareWork(stash: StashPart): Work<PrepareInput, PrepareMark, Keys> {
  return {
    input: PrepareInput,
    mark: PrepareMark,
    async run(input, tools) {
      if (input.slideshow) return { keys: [await makeFilm(stash, input, input.slideshow, tools)] };
      if (input.kind === 'photo') return { keys: await fitPhotos(stash, input.keys, tools) };
      const [key] = input.keys;
      if (!key) throw new AppError('file_gone');
      return { keys: [await fitOneVideo(stash, key, input, tools)] };
    },
  };
}

async function fitPhotos(stash: StashPart, keys: readonly string[], tools: Tools): Promise<string[]> {
  const [{ fitPhoto }, { paintPhoto }] = await Promise.all([
    import('./photo/fit-photo'),
    import('./photo/paint'),
  ]);
  const done = new Map(tools.mark?.done.map(({ index, key }) => [index, key]));
  for (const [index, key] of keys.entries()) {
    tools.signal.throwIfAborted();
    if (!done.has(index)) {
      const file = await stash.open(key);
      const photo = await fitPhoto(file, paintPhoto);
      const isSame = photo.did === 'nothing' && file.type === photo.type;
      const { name } = file;
      done.set(index, isSame ? key : (await stash.put(photo.blob, { name, type: photo.type })).key);
      await tools.keep({ done: [...done].map(([at, made]) => ({ index: at, key: made })) });
    }
    tools.progress(done.size, keys.length);
  }
  return keys.map((key, index) => done.get(index) ?? key);
}

async function fitOneVideo(
  stash: StashPart,
  key: string,
  input: PrepareInput,
  tools: Tools,
): Promise<string> {
  const made = tools.mark?.done[0]?.key;
  if (made) return made;
  const video = await stash.open(key);
  const facts = await videoFacts(video);
  assertShort(facts, input);
  const plan = planVideo(facts, input.trim);
  if (plan.do === 'nothing') return assertSmall(video) && key;
  if (plan.do === 'encode' && !facts.canConvert) throw cannotConvert(facts);
  const there = await patch(stash, tools, { key, video, facts, plan });
  if (there) return there;
  if (plan.do === 'clean') throw new AppError('conversion_failed', { cause: plan });
  return makeVideo(stash, tools, video.name, async (target) => {
    const { fitVideo } = await import('./video/fit-video');
    return fitVideo({ video, facts, plan, target, signal: tools.signal, progress: tools.progress });
  });
}

interface Original {
  key: string;
  video: File;
  facts: VideoFacts;
  plan: VideoPlan;
}

/** What only needs a new index, or less of what it tells, is there at once: the film itself stays where it is. */
async function patch(
  stash: StashPart,
  { keep }: Tools,
  { key, video, facts, plan }: Original,
): Promise<string | undefined> {
  const { patched } = await import('./video/patched');
  const patchwork = await patched(video, facts, plan);
  if (!patchwork) return undefined;
  const { own, pieces } = patchwork;
  const about = { name: video.name, type: `video/${mimeOf(facts)}` };
  const of = pieces.map(({ from, ...stretch }) => (from === 'own' ? stretch : { key, ...stretch }));
  const made = await stash.compose(newStashKey(), about, new Blob([own]), of);
  await assertFits(await stash.open(made.key));
  await keep({ done: [{ index: 0, key: made.key }] });
  return made.key;
}

const mimeOf = ({ container }: VideoFacts) => (container === 'mov' ? 'quicktime' : container);

async function makeFilm(
  stash: StashPart,
  { keys, maxSeconds }: PrepareInput,
  look: SlideshowLook,
  tools: Tools,
): Promise<string> {
  const seconds = keys.length * look.secondsEach;
  if (maxSeconds !== undefined && seconds > maxSeconds) throw tooLong(seconds, maxSeconds);
  const made = tools.mark?.done[0]?.key;
  if (made) return made;
  return makeVideo(stash, tools, 'slideshow.mp4', async (target) => {
    const { makeSlideshow } = await import('./slideshow/make-slideshow');
    const photos = keys.map((key) => () => stash.open(key));
    await makeSlideshow({ photos, look, target, signal: tools.signal, progress: tools.progress });
    return 'video/mp4';
  });
}

/** Killed in the middle it is made again, under the same key: half a video is none, and two would be one too many. */
async function makeVideo(
  stash: StashPart,
  { mark, keep }: Tools,
  name: string,
  make: (target: WritableStream) => Promise<string>,
): Promise<string> {
  const key = mark?.making ?? newStashKey();
  await keep({ done: [], making: key });
  const handle = await stash.scratch(key);
  const type = await make(await handle.createWritable());
  await stash.adopt(key, { name, type });
  const file = await stash.open(key);
  await assertFits(file);
  await keep({ done: [{ index: 0, key }] });
  return key;
}

/** Whoever made it is not believed: it is looked at as the original was. */
async function assertFits(film: Blob): Promise<void> {
  const plan: VideoPlan = planVideo(await videoFacts(film));
  if (plan.do !== 'nothing') throw new AppError('conversion_failed', { cause: plan });
  assertSmall(film);
}

async function videoFacts(video: Blob): Promise<VideoFacts> {
  const facts = await inspect(blobBytes(video));
  if (facts.kind !== 'video') throw new AppError('media_unsupported', { facts: { format: facts.format } });
  return facts;
}

function assertShort(facts: VideoFacts, { trim, maxSeconds }: PrepareInput): void {
  const seconds = postedSeconds(facts, trim);
  // A container's last image may end a little after its last second.
  if (maxSeconds !== undefined && seconds > maxSeconds + 0.5) throw tooLong(seconds, maxSeconds);
}

const tooLong = (seconds: number, limit: number) =>
  new AppError('video_too_long', { facts: { length: clockText(seconds), limit: clockText(limit) } });

function assertSmall(file: Blob): true {
  if (file.size <= videoLimits.maxBytes) return true;
  throw new AppError('video_too_big', {
    facts: { gigabytes: Math.round(file.size / 1e8) / 10, limit: videoLimits.maxBytes / 1e9 },
  });
}

const cannotConvert = ({ codec, fps, width, height }: VideoFacts) =>
  new AppError('video_not_convertible', {
    facts: { codec: codecName(codec), fps: Math.round(fps), size: `${width} × ${height}` },
  });
