import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createStash, type Stash } from '../../../lib/media/stash';
import { openDatabase } from '../../../lib/platform/database';
import { FakeFiles } from '../../fakes/files';

const mp4 = { name: 'clip.mp4', type: 'video/mp4' };
const bytes = (text: string) => new TextEncoder().encode(text);

let files: FakeFiles;
let now: number;
let stash: Stash;
const open = () => createStash({ database: openDatabase(), root: files.root, now: () => now, partSize: 4 });

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  files = new FakeFiles();
  now = 1_000;
  stash = open();
});

describe('the stash', () => {
  it('gives a picked file back as it was', async () => {
    const { key } = await stash.put(new File(['picture'], 'me.jpg', { type: 'image/jpeg' }));
    const file = await open().open(key);
    expect([file.name, file.type, await file.text()]).toEqual(['me.jpg', 'image/jpeg', 'picture']);
  });

  it('joins what was appended, whatever the pieces', async () => {
    const writer = await stash.append('k', mp4);
    for (const piece of ['a', 'bcdef', '', 'ghi']) await writer.write(bytes(piece));
    expect(await writer.finish()).toMatchObject({ size: 9, whole: true });
    const file = await stash.open('k');
    expect(await file.text()).toBe('abcdefghi');
    expect(await file.slice(3, 6).text()).toBe('def');
  });

  it('goes on after a killed writer from what was safely there', async () => {
    const killed = await stash.append('k', mp4);
    await killed.write(bytes('abcd'));
    await killed.write(bytes('ef'));
    const resumed = await open().append('k', mp4);
    expect(resumed.flushed).toBe(4);
    await resumed.write(bytes('EFG'));
    await resumed.finish();
    expect(await (await stash.open('k')).text()).toBe('abcdEFG');
  });

  it('does not give out a file that is not whole', async () => {
    await (await stash.append('k', mp4)).write(bytes('abcd'));
    await expect(stash.open('k')).rejects.toMatchObject({ code: 'file_gone' });
    await expect(stash.open('never')).rejects.toMatchObject({ code: 'file_gone' });
  });

  it('says so when parts have vanished from under it', async () => {
    const writer = await stash.append('k', mp4);
    await writer.write(bytes('abcd'));
    await writer.finish();
    (await (await files.getDirectoryHandle('stash')).getDirectoryHandle('k.parts')).files.set(
      '0',
      new File([], '0'),
    );
    await expect(stash.open('k')).rejects.toMatchObject({ code: 'file_gone' });
  });

  it('says so when the disk is full', async () => {
    files.room = 6;
    const writer = await stash.append('k', mp4);
    await writer.write(bytes('abcd'));
    await expect(writer.write(bytes('efgh'))).rejects.toMatchObject({ code: 'storage_full' });
  });

  it('adopts a file that was written at any place in it', async () => {
    const handle = await stash.scratch('k');
    const out = await handle.createWritable();
    await out.write(bytes('moov'));
    await out.close();
    expect(await stash.adopt('k', mp4)).toMatchObject({ form: 'file', size: 4 });
    expect(await (await stash.open('k')).text()).toBe('moov');
  });

  it('puts a file together of stretches of another and of bytes of its own, copying none', async () => {
    const { key } = await stash.put(new File(['the whole long film'], 'film.mp4'));
    await stash.compose('cut', mp4, new Blob(['index:']), [
      { start: 0, end: 6 },
      { key, start: 4, end: 9 },
      { key, start: 14, end: 19 },
    ]);
    const film = await open().open('cut');
    expect([film.name, film.type, await film.text()]).toEqual(['clip.mp4', 'video/mp4', 'index:whole film']);
    expect(files.folders.size).toBe(0);
  });

  it('keeps what another file is put together of, until that one goes too', async () => {
    const { key } = await stash.put(new File(['film'], 'film.mp4'));
    await stash.compose('cut', mp4, new Blob(), [{ key, start: 0, end: 2 }]);
    await stash.remove(key);
    expect(await (await stash.open('cut')).text()).toBe('fi');
    await stash.remove('cut');
    expect(await stash.list()).toEqual([]);
  });

  it('sweeps neither, while the file put together is named, and both afterwards', async () => {
    const { key } = await stash.put(new File(['film'], 'film.mp4'));
    await stash.compose('cut', mp4, new Blob(), [{ key, start: 0, end: 2 }]);
    await stash.sweep(new Set(['cut']), 4_000);
    expect(await (await stash.open('cut')).text()).toBe('fi');
    await stash.sweep(new Set(), 4_000);
    expect(await stash.list()).toEqual([]);
  });

  it('says so when what a file was put together of has changed', async () => {
    const { key } = await stash.put(new File(['film'], 'film.mp4'));
    await stash.compose('cut', mp4, new Blob(), [{ key, start: 2, end: 9 }]);
    await expect(stash.open('cut')).rejects.toMatchObject({ code: 'file_gone' });
  });

  it('sweeps away what nobody names, and nothing that is young or named', async () => {
    const old = await stash.put(new File(['x'], 'old'));
    const named = await stash.put(new File(['y'], 'named'));
    await (await stash.append('orphan', mp4)).write(bytes('abcd'));
    now = 5_000;
    const young = await stash.put(new File(['z'], 'young'));
    await stash.sweep(new Set([named.key]), 4_000);
    expect((await stash.list()).map(({ key }) => key).sort()).toEqual([named.key, young.key].sort());
    expect(await stash.find(old.key)).toBeUndefined();
    expect((await files.getDirectoryHandle('stash')).folders.size).toBe(0);
  });
});
