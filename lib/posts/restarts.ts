import type { Job } from './jobs';

/** So often work is begun again although it gets no further. */
export const mostFruitless = 5;

/** Further is only what is worth a start: otherwise it could go on for ever in ever smaller steps. */
const worthwhile = 0.05;

/**
 * The job as it stands when it is begun, or undefined where it was begun often enough: something ends whoever does it,
 * and would again. An upload has a clock of its own and is not counted: TikTok's address for it lapses.
 */
export function begunAgain(job: Job): Job | undefined {
  const { progress, furthest = 0, fruitless = 0 } = job;
  const reached = progress && progress.total > 0 ? Math.min(1, progress.done / progress.total) : 0;
  const isFurther = reached >= furthest + worthwhile;
  const vain = isFurther ? 0 : fruitless;
  if (vain > mostFruitless && job.kind !== 'upload') return undefined;
  return {
    ...job,
    starts: job.starts + 1,
    furthest: isFurther ? reached : furthest,
    fruitless: vain + 1,
  };
}
