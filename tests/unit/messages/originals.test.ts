import { describe, expect, it } from 'vitest';
import type { Stash } from '../../../lib/media/stash';
import { keepFile } from '../../../lib/messages/keep-file';
import { createOriginals } from '../../../lib/messages/originals';

function house(files: File[]) {
  const kept: { file: Blob; type: string | undefined }[] = [];
  const stash = {
    async put(file: Blob, about?: { type?: string }) {
      kept.push({ file, type: about?.type });
      const name = file instanceof File ? file.name : '';
      return { key: `key-${name}`, name, size: file.size, type: about?.type ?? file.type };
    },
  } as unknown as Stash;
  const originals = createOriginals({
    folder: {
      choose: async () => true,
      allow: async () => true,
      state: async () => ({ name: 'Exports', allowed: true }),
      forget: async () => {},
      async *files() {
        yield* files;
      },
    },
    stash: async () => stash,
    lengthOf: async (file) => file.size,
  });
  return { originals, stash, kept };
}

describe('the folder of originals', () => {
  const vase = new File(['x'.repeat(138)], 'Tide vase.mov', { lastModified: 1 });

  it('tells facts of the files it matched, and keeps the very one that was chosen', async () => {
    const { originals, kept } = house([new File(['y'], 'b-roll.mp4'), vase]);
    const [best] = await originals.match({ title: 'Tide vase', duration: 138 });
    expect(best).toMatchObject({ sure: true, file: { name: 'Tide vase.mov', size: 138, duration: 138 } });
    expect(JSON.parse(JSON.stringify(best))).toEqual(best);
    expect(await originals.keep(best?.file.id ?? '')).toEqual({
      from: 'stash',
      key: 'key-Tide vase.mov',
      name: 'Tide vase.mov',
      size: 138,
      type: 'video/quicktime',
    });
    expect(kept[0]?.file).toBe(vase);
  });

  it('keeps nothing that it did not offer', async () => {
    const { originals, kept } = house([vase]);
    await expect(originals.keep('0')).rejects.toMatchObject({ code: 'file_gone' });
    expect(kept).toEqual([]);
  });

  it('leaves a type that the file has', async () => {
    const { stash } = house([]);
    const typed = new File(['x'], 'clip.mp4', { type: 'video/x-own' });
    expect((await keepFile(stash, typed)).type).toBe('video/x-own');
  });
});
