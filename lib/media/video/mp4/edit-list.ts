import { boxOf, viewOf } from './boxes';

/** A film that begins later than its packets, or a track that begins later than its film. */
export interface Edit {
  /** Units of the film nothing is shown for. */
  wait: number;
  /** Where in its own time the track begins. */
  from: number;
}

/** The only edit there is, as nearly all films have it. Throws a RangeError where it was edited further. */
export function readEdit(elst: Uint8Array | undefined): Edit {
  if (!elst) return { wait: 0, from: 0 };
  const view = viewOf(elst);
  const isLong = elst[0] === 1;
  const edit: Edit = { wait: 0, from: 0 };
  let found = 0;
  for (let entry = 0; entry < view.getUint32(4); entry++) {
    const at = 8 + entry * (isLong ? 20 : 12);
    const length = isLong ? Number(view.getBigUint64(at)) : view.getUint32(at);
    const from = isLong ? Number(view.getBigInt64(at + 8)) : view.getInt32(at + 4);
    if (view.getUint32(at + (isLong ? 16 : 8)) !== 0x1_0000 || found > 0)
      throw new RangeError('an edited film');
    if (from === -1) edit.wait += length;
    else {
      edit.from = from;
      found += 1;
    }
  }
  return edit;
}

/** Says where a track begins; `length` and `wait` in the film's units. */
export function writeEdit({ wait, from }: Edit, length: number): Uint8Array {
  const entries = [...(wait > 0 ? [[wait, -1] as const] : []), [length, from] as const];
  const content = new Uint8Array(8 + entries.length * 20);
  const view = viewOf(content);
  content[0] = 1;
  view.setUint32(4, entries.length);
  entries.forEach(([lasts, begins], index) => {
    const at = 8 + index * 20;
    view.setBigUint64(at, BigInt(lasts));
    view.setBigInt64(at + 8, BigInt(begins));
    view.setUint32(at + 16, 0x1_0000);
  });
  return boxOf('edts', boxOf('elst', content));
}
