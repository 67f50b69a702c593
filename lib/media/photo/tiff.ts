/** What EXIF says that matters here. */
export interface Exif {
  orientation: number;
  hasLocation: boolean;
}

const orientationTag = 0x0112;
const gpsTag = 0x8825;
/** A forged directory may claim 65535 entries. */
const maxEntries = 512;

/** Reads a TIFF block as EXIF carries it. Anything broken is read as "nothing said". */
export function readExif(tiff: Uint8Array): Exif {
  const nothing: Exif = { orientation: 1, hasLocation: false };
  if (tiff.length < 14) return nothing;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const mark = view.getUint16(0);
  if (mark !== 0x4949 && mark !== 0x4d4d) return nothing;
  const little = mark === 0x4949;
  if (view.getUint16(2, little) !== 42) return nothing;

  const exif = { ...nothing };
  for (const { tag, value } of entries(view, view.getUint32(4, little), little)) {
    const turned = little ? value & 0xffff : value >>> 16;
    if (tag === orientationTag && turned >= 1 && turned <= 8) exif.orientation = turned;
    if (tag === gpsTag) exif.hasLocation = [...entries(view, value, little)].length > 0;
  }
  return exif;
}

function* entries(view: DataView, at: number, little: boolean): Generator<{ tag: number; value: number }> {
  if (at + 2 > view.byteLength) return;
  const count = Math.min(view.getUint16(at, little), maxEntries);
  for (let i = 0; i < count; i++) {
    const entry = at + 2 + i * 12;
    if (entry + 12 > view.byteLength) return;
    yield { tag: view.getUint16(entry, little), value: view.getUint32(entry + 8, little) };
  }
}

/** Whether XMP, which is text, names a place. */
export function xmpHasLocation(xmp: string): boolean {
  return /exif:GPS(Latitude|Longitude)|Iptc4xmpCore:Location|photoshop:City/.test(xmp);
}
