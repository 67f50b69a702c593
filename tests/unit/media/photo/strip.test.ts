import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripJpeg, walkJpeg } from '../../../../lib/media/photo/jpeg';
import { photoFacts } from '../../../../lib/media/photo/photo-facts';
import { stripWebp } from '../../../../lib/media/photo/webp';
import { fixture } from '../fixtures';

const joined = (parts: Uint8Array[] | undefined) => new Uint8Array(Buffer.concat(parts ?? []));
const scanOf = (jpeg: Uint8Array) =>
  walkJpeg(jpeg)
    .segments.filter(({ marker }) => marker === 0xda)
    .map(({ start, end }) => Buffer.from(jpeg.subarray(start, end)).toString('base64'));
const secrets = ['Exif', 'secret', 'Rivoli', 'xmpmeta'];
const tells = (bytes: Uint8Array) => secrets.filter((secret) => Buffer.from(bytes).includes(secret));

describe('a JPEG', () => {
  it('loses its place, its comments and its XMP, and not one bit of its picture', () => {
    const before = fixture('fits.jpg');
    const after = joined(stripJpeg(before));
    expect(tells(before)).toEqual(['Exif', 'secret', 'Rivoli', 'xmpmeta']);
    expect(tells(after)).toEqual([]);
    expect(scanOf(after)).toEqual(scanOf(before));
    expect(photoFacts(after, 'jpeg')).toMatchObject({ hasLocation: false, hasMetadata: false, width: 640 });
  });

  it('keeps its colour profile and what Adobe says about its inks', () => {
    const icc = segment(0xe2, 'ICC_PROFILE\0\x01\x01profile');
    const cmyk = fixture('cmyk.jpg');
    const before = Buffer.concat([cmyk.subarray(0, 2), icc, cmyk.subarray(2)]);
    const after = Buffer.from(joined(stripJpeg(before)));
    expect(after.includes('ICC_PROFILE')).toBe(true);
    expect(after.includes('Adobe')).toBe(true);
  });

  it('loses what is hidden behind the end of the picture', () => {
    const before = Buffer.concat([fixture('fits.jpg'), Buffer.from('ftypmp4 a hidden film, secret')]);
    expect(tells(joined(stripJpeg(before)))).toEqual([]);
  });

  it('that is not whole is not passed on', () => {
    expect(stripJpeg(fixture('half.jpg'))).toBeUndefined();
    expect(stripJpeg(fixture('truncated.jpg'))).toBeUndefined();
  });
});

describe('a WebP', () => {
  it('loses its EXIF, and says so in its header', () => {
    const before = fixture('fits.webp');
    const after = joined(stripWebp(before));
    expect(tells(before).length + Number(Buffer.from(before).includes('EXIF'))).toBeGreaterThan(0);
    expect(Buffer.from(after).includes('EXIF')).toBe(false);
    expect(photoFacts(after, 'webp')).toMatchObject({ hasLocation: false, hasMetadata: false, width: 400 });
    expect(new DataView(after.buffer).getUint32(4, true)).toBe(after.length - 8);
  });

  it('that is not whole is not passed on', () => {
    expect(stripWebp(fixture('fits.webp').subarray(0, 2_000))).toBeUndefined();
  });
});

describe('hostile bytes', () => {
  const mutated = (name: string) =>
    fc
      .array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 40 })
      .chain((changes) => fc.nat().map((cut) => ({ changes, cut })))
      .map(({ changes, cut }) => {
        const bytes = fixture(name);
        for (const [at, value] of changes) bytes[at % Math.min(bytes.length, 600)] = value;
        return bytes.subarray(0, bytes.length - (cut % bytes.length));
      });

  it.each(['fits.jpg', 'rotated-gps.jpg', 'cmyk.jpg'] as const)(
    '%s, broken at random, ends and tells nothing',
    (name) => {
      fc.assert(
        fc.property(mutated(name), (bytes) => {
          photoFacts(bytes, 'jpeg');
          const after = stripJpeg(bytes);
          if (after)
            expect(walkJpeg(joined(after)).segments.some(({ marker }) => marker === 0xfe)).toBe(false);
        }),
        { numRuns: 400 },
      );
    },
  );

  it.each(['fits.webp', 'animated.webp'] as const)('%s, broken at random, ends', (name) => {
    fc.assert(
      fc.property(mutated(name), (bytes) => {
        photoFacts(bytes, 'webp');
        const after = stripWebp(bytes);
        if (after) expect(photoFacts(joined(after), 'webp')?.hasMetadata ?? false).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('random bytes never make a reader throw or hang', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3_000 }), (bytes) => {
        for (const format of ['jpeg', 'webp', 'png', 'gif', 'bmp', 'avif', 'heic', 'svg'] as const)
          photoFacts(bytes, format);
        stripJpeg(bytes);
        stripWebp(bytes);
      }),
      { numRuns: 500 },
    );
  });

  it('stripping twice is stripping once', () => {
    const once = joined(stripJpeg(fixture('fits.jpg')));
    expect(joined(stripJpeg(once))).toEqual(once);
  });
});

function segment(marker: number, text: string): Buffer {
  const payload = Buffer.from(text, 'latin1');
  return Buffer.concat([Buffer.from([0xff, marker, 0, payload.length + 2]), payload]);
}
