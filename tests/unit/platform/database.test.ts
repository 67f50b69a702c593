import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../lib/platform/database';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it('is there again, with all that was in it, when the browser has closed it under whoever holds it', async () => {
  const opened = vi.spyOn(indexedDB, 'open');
  const database = await openDatabase('closed');
  await database.put('pacing', 'calls', 'kept');
  for (let times = 1; times <= 2; times += 1) {
    const connection = opened.mock.results.at(-1)?.value.result;
    Reflect.apply(forceCloseDatabase, undefined, [connection]);
    await expect(database.get('pacing', 'kept')).rejects.toThrow();
    await vi.waitFor(async () => expect(await database.get('pacing', 'kept')).toBe('calls'));
    const { store, done } = database.transaction('pacing', 'readwrite');
    await store.put(times, 'times');
    await done;
    expect(await database.get('pacing', 'times')).toBe(times);
  }
});

it('is tried again while its disk is in trouble', async () => {
  const opened = vi.spyOn(indexedDB, 'open');
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const database = await openDatabase('troubled');
  const connection = opened.mock.results.at(-1)?.value.result;
  opened.mockImplementationOnce(() => {
    throw new DOMException('disk', 'UnknownError');
  });
  Reflect.apply(forceCloseDatabase, undefined, [connection]);
  await vi.waitFor(() => expect(said).toHaveBeenCalledOnce());
  await expect(database.get('pacing', 'kept')).rejects.toThrow();
  vi.runAllTimers();
  vi.useRealTimers();
  await vi.waitFor(() => database.get('pacing', 'kept'));
});
