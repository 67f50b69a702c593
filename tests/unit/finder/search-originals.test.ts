import { describe, expect, it } from 'vitest';
import { searchOriginals } from '../../../lib/finder/search-originals';

const wanted = { title: 'Throwing the tide vase', duration: 138 };
const file = (name: string, lastModified = 0) => ({ name, size: 1, lastModified });
const cameraFiles = (count: number) =>
  Array.from({ length: count }, (_, at) => file(`C${1_000 + at}.mp4`, at));

function reading(lengths: Record<string, number>) {
  const read: string[] = [];
  return {
    read,
    lengthOf: async ({ name }: { name: string }) => {
      read.push(name);
      return lengths[name];
    },
  };
}

describe('searching a folder of exports', () => {
  it('opens the best-named few and stops when it is sure', async () => {
    const { read, lengthOf } = reading({ 'tide vase throwing.mp4': 138.3 });
    const files = [...cameraFiles(500), file('tide vase throwing.mp4')];
    const [best] = await searchOriginals(files, wanted, lengthOf);
    expect(best).toMatchObject({ sure: true, file: { name: 'tide vase throwing.mp4', duration: 138.3 } });
    expect(read).toHaveLength(8);
    expect(read[0]).toBe('tide vase throwing.mp4');
  });

  it('looks at the newest others where no name helps, and offers by length without being sure', async () => {
    const { read, lengthOf } = reading({ 'C1485.mp4': 138, 'C1490.mp4': 20 });
    const found = await searchOriginals(cameraFiles(500), wanted, lengthOf);
    expect(found.map(({ file, sure }) => [file.name, sure])).toEqual([['C1485.mp4', false]]);
    expect(read).toHaveLength(24);
  });

  it('offers by name alone where the page does not say how long the video is', async () => {
    const { lengthOf } = reading({ 'Throwing the tide vase.mp4': 138 });
    const found = await searchOriginals(
      [file('Throwing the tide vase.mp4'), ...cameraFiles(3)],
      { title: wanted.title },
      lengthOf,
    );
    expect(found).toMatchObject([{ sure: false, file: { duration: 138 } }]);
  });

  it('offers a handful at most', async () => {
    const { lengthOf } = reading({});
    const alike = Array.from({ length: 40 }, (_, at) => file(`tide vase ${at}.mp4`));
    expect((await searchOriginals(alike, wanted, lengthOf)).length).toBeLessThanOrEqual(6);
  });
});
