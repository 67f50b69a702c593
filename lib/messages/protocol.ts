import { accountQuestions } from './accounts';
import { bucketQuestions } from './bucket';
import { businessQuestions } from './business';
import { creatorQuestions } from './creator';
import { dataQuestions } from './data';
import { draftQuestions } from './drafts';
import { handsQuestions } from './hands';
import { insightQuestions } from './insights';
import { mediaQuestions } from './media';
import { pageQuestions } from './page';
import { postQuestions } from './posts';
import { settingsQuestions } from './settings';

/** Every question a page may ask the background. A folder's questions stand in a file of their own beside this. */
export const protocol = {
  ...accountQuestions,
  ...bucketQuestions,
  ...businessQuestions,
  ...dataQuestions,
  ...creatorQuestions,
  ...draftQuestions,
  ...handsQuestions,
  ...insightQuestions,
  ...mediaQuestions,
  ...pageQuestions,
  ...postQuestions,
  ...settingsQuestions,
};
export type Protocol = typeof protocol;
