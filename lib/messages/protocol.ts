import { accountQuestions } from './accounts';
import { bucketQuestions } from './bucket';
import { draftQuestions } from './drafts';
import { settingsQuestions } from './settings';

/** Every question a page may ask the background. A folder's questions stand in a file of their own beside this. */
export const protocol = {
  ...accountQuestions,
  ...bucketQuestions,
  ...draftQuestions,
  ...settingsQuestions,
};
export type Protocol = typeof protocol;
