import { localArea, syncArea } from '../platform/storage';
import { loadWords } from '../platform/words';
import type { Words } from '../words';
import { createSettingsStore } from './store';

/** Words in the language the person chose, for a page that is about to open. */
export async function chosenWords(): Promise<Words> {
  const { language } = await createSettingsStore({ local: localArea, sync: syncArea }).read();
  return loadWords(language);
}
