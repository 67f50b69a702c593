import { localArea } from '../platform/storage';
import { loadWords } from '../platform/words';
import type { Words } from '../words';
import { settingsKey } from './key';
import { settingsFrom } from './read';

/** Words in the language the person chose, for a page that is about to open and may have asked for the settings before. */
export async function chosenWords(kept: Promise<unknown> = localArea.get(settingsKey)): Promise<Words> {
  return loadWords(settingsFrom(await kept).language);
}
