import * as z from 'zod/mini';
import { AppChange, AppView } from '../accounts/credentials';
import { Disconnected, Overview } from '../accounts/overview';
import { SetupCheck } from '../accounts/setup-check';
import { ErrorData } from '../errors/app-error';

const WithId = z.object({ id: z.string().check(z.maxLength(200)) });

export const accountQuestions = {
  'accounts.overview': { body: z.void(), answer: Overview },
  'accounts.switch': { body: WithId, answer: z.void() },
  'accounts.changeApp': { body: AppChange, answer: AppView },
  /** Asks TikTok what it thinks of key and secret. */
  'accounts.check': { body: z.void(), answer: SetupCheck },
  /** Where to send the person, or nothing: then a tab is open already. */
  'accounts.begin': { body: z.void(), answer: z.object({ address: z.optional(z.string()) }) },
  'accounts.finish': {
    body: z.object({ callback: z.string().check(z.maxLength(8_192)) }),
    answer: z.object({ accountId: z.string() }),
  },
  'accounts.abandon': { body: ErrorData, answer: z.void() },
  'accounts.disconnect': { body: WithId, answer: Disconnected },
};
