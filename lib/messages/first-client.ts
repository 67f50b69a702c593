import * as z from 'zod/mini';
import { Account } from '../accounts/account';
import { Draft } from '../drafts/draft';
import { PageFindings } from '../finder/finding';
import { type Answers, asker } from '../platform/messaging';
import { Settings } from '../settings/settings';
import type { Protocol } from './protocol';

type Overview = {
  body: Protocol['accounts.overview']['body'];
  answer: z.ZodMiniType<{ accounts: Account[] }>;
};
type First = { 'accounts.overview': Overview } & Pick<
  Protocol,
  | 'drafts.find'
  | 'drafts.read'
  | 'drafts.keep'
  | 'drafts.change'
  | 'drafts.drop'
  | 'page.look'
  | 'page.thumbnail'
  | 'settings.read'
  | 'settings.change'
>;

const done = { answer: z.void() };

/**
 * What a screen asks before anything is pressed, and only how it is answered. The whole protocol knows everybody's
 * shapes, and the popup would wait for them to load: the rest is asked through `askLater`.
 */
const firstAnswers: Answers<First> = {
  /** The part of the answer that the first screen reads. */
  'accounts.overview': { answer: z.object({ accounts: z.array(Account) }) },
  'drafts.find': { answer: z.nullable(Draft) },
  'drafts.read': { answer: z.nullable(Draft) },
  'drafts.keep': done,
  'drafts.change': done,
  'drafts.drop': done,
  'page.look': { answer: PageFindings },
  'page.thumbnail': { answer: z.object({ data: z.optional(z.string()), needs: z.optional(z.string()) }) },
  'settings.read': { answer: Settings },
  'settings.change': { answer: Settings },
};

export const askFirst = asker<First>('background', firstAnswers);

const later = () => import('./client');

/** The whole protocol, loaded when the first such question is asked. */
export const askLater: typeof import('./client')['ask'] = async (name, body) =>
  (await later()).ask(name, body);
