import fc from 'fast-check';
import { expect } from 'vitest';
import { type Bytes, blobBytes } from '../../../../lib/media/bytes';
import { inspect } from '../../../../lib/media/inspect';
import type { Patchwork } from '../../../../lib/media/video/patchwork';
import { planVideo } from '../../../../lib/media/video/video-plan';

export const bytesOf = (film: Uint8Array) => blobBytes(new Blob([film.slice()]));

/** The film as it is after that, put together. */
export async function cleanedBy(
  withoutTelling: (film: Bytes) => Promise<Patchwork>,
  film: Uint8Array,
): Promise<Buffer> {
  const { own, pieces } = await withoutTelling(bytesOf(film));
  return Buffer.concat(
    pieces.map(({ from, start, end }) => (from === 'own' ? own : film).subarray(start, end)),
  );
}

/** The same film in every fact but that it tells; nothing is left to be done to it. */
export async function expectOnlySilent(film: Uint8Array, clean: Uint8Array): Promise<void> {
  expect(clean.length).toBe(film.length);
  const before = await inspect(bytesOf(film));
  const after = await inspect(bytesOf(clean));
  if (before.kind !== 'video' || after.kind !== 'video') throw new Error('no film');
  const { tells: _, ...rest } = before;
  expect(after).toEqual(rest);
  expect(planVideo(after)).toEqual({ do: 'nothing' });
}

/** How much of the film that reads. */
export async function readBy(work: (film: Bytes) => Promise<unknown>, film: Uint8Array): Promise<number> {
  let read = 0;
  await work({
    size: async () => film.length,
    read: async (start, end) => {
      read += end - start;
      return film.subarray(start, end);
    },
  });
  return read;
}

/** Any byte of its first ones another, and its end anywhere: what comes out is as long as what went in. */
export async function expectSameLengthHoweverBroken(
  clean: (film: Uint8Array) => Promise<Uint8Array>,
  film: Uint8Array,
  first = film.length,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.nat(first - 1), fc.nat(255), fc.nat(film.length - 1), async (at, value, end) => {
      const broken = Uint8Array.from(film);
      broken[at] = value;
      expect((await clean(broken)).length).toBe(film.length);
      const short = broken.subarray(0, end);
      expect((await clean(short)).length).toBe(short.length);
    }),
    { numRuns: 300 },
  );
}
