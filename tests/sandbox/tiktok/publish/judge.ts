import { inspectVideo } from '../../media/inspect-video.ts';
import type { World } from '../world.ts';
import type { Publication } from './publications.ts';

/** Inspects the bytes of a video that has arrived, and leaves the verdict on the publication. */
export async function judgeVideo(post: Publication, world: World): Promise<void> {
  const file = post.files[0];
  // Bytes that were let go for a benchmark cannot be judged.
  if (!file?.path) {
    post.verdict = null;
    return;
  }
  const { facts, problem } = await inspectVideo(file.path);
  file.facts = facts;
  const tooLarge = file.size > world.rules.maxVideoBytes ? 'file_format_check_failed' : null;
  post.verdict = problem ?? tooLarge ?? tooLong(post, facts?.durationSeconds ?? 0, world);
}

/** A draft may be trimmed in the app; a direct post may not. */
function tooLong(post: Publication, seconds: number, world: World): string | null {
  const limit = world.users.get(post.openId)?.maxDurationSeconds ?? 0;
  return post.mode === 'direct' && seconds > limit ? 'duration_check_failed' : null;
}
