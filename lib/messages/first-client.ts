import * as z from 'zod/mini';
import { Account } from '../accounts/account';
import { asker } from '../platform/messaging';
import { draftQuestions } from './drafts';
import { pageQuestions } from './page';
import { settingsQuestions } from './settings';

/**
 * What a screen asks before anything is pressed. The whole protocol knows everybody's shapes, and the popup
 * would wait for them to load: the rest is asked through `askLater`.
 */
const firstQuestions = {
  ...draftQuestions,
  ...pageQuestions,
  ...settingsQuestions,
  /** The part of the answer that the first screen reads. */
  'accounts.overview': { body: z.void(), answer: z.object({ accounts: z.array(Account) }) },
};

export const askFirst = asker('background', firstQuestions);

const later = () => import('./client');

/** The whole protocol, loaded when the first such question is asked. */
export const askLater: typeof import('./client')['ask'] = async (name, body) =>
  (await later()).ask(name, body);
