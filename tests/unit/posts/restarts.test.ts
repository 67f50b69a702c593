import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Job } from '../../../lib/posts/jobs';
import { begunAgain, mostFruitless } from '../../../lib/posts/restarts';

const job = (more: Partial<Job> = {}): Job => ({
  key: 'p/1/prepare',
  postId: 'p',
  attempt: 1,
  kind: 'prepare',
  state: 'open',
  input: {},
  starts: 0,
  changedAt: 0,
  ...more,
});

describe('work that is ended again and again', () => {
  it('is begun as long as it gets further, however often that takes', () => {
    let standing = job();
    for (let done = 10; done <= 100; done += 10) {
      for (let time = 0; time < mostFruitless; time++) standing = begunAgain(standing) ?? job();
      standing = { ...standing, progress: { done, total: 100 } };
    }
    expect(standing.starts).toBe(10 * mostFruitless);
  });

  it('is given up when it gets no further', () => {
    let standing: Job | undefined = job({ progress: { done: 3, total: 100 } });
    let starts = 0;
    for (; standing && starts < 100; starts++) standing = begunAgain(standing);
    expect(starts).toBe(mostFruitless + 2);
  });

  it('comes to an end, wherever it dies', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.float({ min: 0, max: 1, noNaN: true })), (places) => {
        let standing: Job | undefined = job();
        let starts = 0;
        while (standing && starts < 1_000) {
          const done: number = places.next().value ?? 0;
          standing = begunAgain({ ...standing, progress: { done, total: 1 } });
          starts += 1;
        }
        return standing === undefined;
      }),
    );
  });

  it('is not counted where TikTok keeps the clock', () => {
    let standing: Job | undefined = job({ kind: 'upload' });
    for (let time = 0; time < 50 && standing; time++) standing = begunAgain(standing);
    expect(standing?.starts).toBe(50);
  });
});
