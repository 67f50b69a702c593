import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../../../lib/media/inspect';
import { whatTells, withoutTelling } from '../../../../lib/media/video/webm/telling';
import { bytesOf, cleanedBy, expectOnlySilent, expectSameLengthHoweverBroken, readBy } from './films';

const fixture = (name: string) => readFile(resolve(import.meta.dirname, '../../../fixtures/media/fit', name));
const cleaned = (film: Uint8Array) => cleanedBy(withoutTelling, film);

/** An element of this name, given in hex; its length as long as can be, as many programs write it. */
function element(id: string, ...content: (Buffer | string)[]): Buffer {
  const inside = Buffer.concat(content.map((part) => Buffer.from(part)));
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE((1n << 56n) + BigInt(inside.length));
  return Buffer.concat([Buffer.from(id, 'hex'), size, inside]);
}
const tagsOf = (name: string, value = 'x') =>
  element('1254c367', element('7373', element('67c8', element('45a3', name), element('4487', value))));
const pictures = element('1f43b675', Buffer.alloc(3_000, 7));

/** As a program that writes its tags last leaves a film: the list of parts says where they stand. */
function taggedAtTheEnd(tags: Buffer): Buffer {
  const list = (position: number) => {
    const at = Buffer.alloc(4);
    at.writeUInt32BE(position);
    return element(
      '114d9b74',
      element('4dbb', element('53ab', Buffer.from('1254c367', 'hex')), element('53ac', at)),
    );
  };
  const position = list(0).length + pictures.length;
  return Buffer.concat([
    element('1a45dfa3', element('4282', 'webm')),
    element('18538067', list(position), pictures, tags),
  ]);
}

describe('what a WebM tells of its making', () => {
  it.each([
    ['place.webm', 'place'],
    ['vp9.webm', undefined],
    ['odd.webm', undefined],
    ['h264.mkv', undefined],
  ])('%s: %s', async (name, tells) => {
    const film = await fixture(name);
    expect(await whatTells(bytesOf(film))).toBe(tells);
    expect(await inspect(bytesOf(film))).toMatchObject(tells ? { tells } : { kind: 'video' });
  });

  it.each([
    ['LOCATION', 'place'],
    ['ARTIST', 'details'],
    ['ENCODER', undefined],
    ['DURATION-eng', undefined],
  ])('is found behind the pictures too: %s, %s', async (name, tells) => {
    const film = taggedAtTheEnd(tagsOf(name, 'Fern'));
    expect(await whatTells(bytesOf(film))).toBe(tells);
    expect((await cleaned(film)).includes('Fern')).toBe(tells === undefined);
  });

  it('is whatever was attached', async () => {
    const film = Buffer.concat([
      element('1a45dfa3', element('4282', 'webm')),
      element('18538067', element('1941a469', Buffer.from('a photo')), pictures),
    ]);
    expect(await whatTells(bytesOf(film))).toBe('details');
    const clean = await cleaned(film);
    expect([clean.length, clean.includes('photo')]).toEqual([film.length, false]);
    expect(clean.includes(pictures)).toBe(true);
  });

  it('all of it goes, and nothing else', async () => {
    const film = await fixture('place.webm');
    const clean = await cleaned(film);
    expect(clean.length).toBe(film.length);
    expect(clean.toString('latin1')).not.toMatch(/48\.8583|Fern/);
    await expectOnlySilent(film, clean);
    const cluster = film.indexOf(Buffer.from('1f43b675', 'hex'));
    expect(Buffer.compare(clean.subarray(cluster), film.subarray(cluster))).toBe(0);
  });

  it.skipIf(!existsSync('/usr/bin/ffmpeg'))(
    'another reader has nothing to say against what is left',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'ferry-webm-'));
      const path = join(folder, 'clean.webm');
      await writeFile(path, await cleaned(await fixture('place.webm')));
      const how = ['-v', 'warning', '-err_detect', 'crccheck+bitstream+explode', '-i', path];
      const { status, stderr } = spawnSync('ffmpeg', [...how, '-f', 'null', '-'], { encoding: 'utf8' });
      await rm(folder, { recursive: true });
      expect([status, stderr]).toEqual([0, '']);
    },
  );

  it('is found without reading the film', async () => {
    const film = taggedAtTheEnd(tagsOf('LOCATION'));
    expect(await readBy(whatTells, film)).toBeLessThan(300);
  });

  it('makes no film longer or shorter, however broken it is', async () => {
    const film = await fixture('place.webm');
    await expectSameLengthHoweverBroken(cleaned, film, 800);
  });
});
