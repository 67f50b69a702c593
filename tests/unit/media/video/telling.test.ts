import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../../../lib/media/inspect';
import { whatTells, withoutTelling } from '../../../../lib/media/video/mp4/telling';
import { bytesOf, cleanedBy, expectOnlySilent, expectSameLengthHoweverBroken, readBy } from './films';

const fixture = (name: string) => readFile(resolve(import.meta.dirname, '../../../fixtures/media/fit', name));
const cleaned = (film: Uint8Array) => cleanedBy(withoutTelling, film);

/** A film whose second track is no sound but what a camera measures. */
async function measuredFilm(): Promise<Buffer> {
  const film = await fixture('plain.mp4');
  for (const [sound, measures] of [
    ['soun', 'meta'],
    ['mp4a', 'gpmd'],
  ] as const)
    film.write(measures, film.indexOf(sound, film.indexOf('moov')), 'latin1');
  return film;
}

describe('what a film tells of its making', () => {
  it.each([
    ['turned.mov', 'place'],
    ['place.mov', 'place'],
    ['camera.mp4', 'details'],
    ['plain.mp4', undefined],
    ['hevc.mp4', undefined],
    ['8k.mp4', undefined],
  ])('%s: %s', async (name, tells) => {
    const film = await fixture(name);
    expect(await whatTells(bytesOf(film))).toBe(tells);
    expect(await inspect(bytesOf(film))).toMatchObject(tells ? { tells } : { kind: 'video' });
  });

  it('is the place where its camera wrote it down beside every picture', async () => {
    expect(await whatTells(bytesOf(await measuredFilm()))).toBe('place');
  });

  it.each(['turned.mov', 'place.mov', 'camera.mp4'])('%s: all of it goes, and nothing else', async (name) => {
    const film = await fixture(name);
    const clean = await cleaned(film);
    expect(clean.length).toBe(film.length);
    expect(Buffer.from(clean).toString('latin1')).not.toMatch(/48\.8583|Apple|Fern|camera/);
    await expectOnlySilent(film, clean);
    const mdat = film.indexOf('mdat');
    const until = film.indexOf('moov');
    expect(Buffer.compare(clean.subarray(mdat, until), film.subarray(mdat, until))).toBe(0);
  });

  it('is wiped out where it was measured, and the pictures stay', async () => {
    const film = await measuredFilm();
    const clean = await cleaned(film);
    expect(clean.length).toBe(film.length);
    expect(await whatTells(bytesOf(clean))).toBeUndefined();
    const facts = await inspect(bytesOf(clean));
    expect(facts).toMatchObject({ kind: 'video', codec: 'avc', fps: 30 });
    expect(facts).not.toHaveProperty('audio');
    const differing = film.filter((byte, at) => byte !== clean[at]).length;
    // Some five kilobytes of what was sound; the pictures are three times as much.
    expect(differing).toBeGreaterThan(4_000);
    expect(differing).toBeLessThan(8_000);
  });

  it('is found without reading the film', async () => {
    const film = await fixture('place.mov');
    expect(await readBy(withoutTelling, film)).toBeLessThan(film.length / 2);
  });

  it('makes no film longer or shorter, however broken it is', async () => {
    const film = await fixture('place.mov');
    await expectSameLengthHoweverBroken(cleaned, film);
  });
});
