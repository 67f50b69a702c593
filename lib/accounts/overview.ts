import * as z from 'zod/mini';
import { ErrorData } from '../errors/app-error';
import { Account } from './account';
import { AppView, SignInWay } from './credentials';

/** All a page shows about accounts and their set-up, in one answer. */
export const Overview = z.object({
  accounts: z.array(Account),
  currentId: z.optional(z.string()),
  app: AppView,
  redirects: z.record(SignInWay, z.string()),
  /** A sign-in is open in a tab. */
  isSigningIn: z.boolean(),
  /** How the last sign-in in a tab failed. */
  signInTrouble: z.optional(ErrorData),
});
export type Overview = z.infer<typeof Overview>;

/** What disconnecting did: forgotten here in any case, revoked at TikTok if TikTok could be told. */
export const Disconnected = z.object({ isRevoked: z.boolean(), error: z.optional(ErrorData) });
export type Disconnected = z.infer<typeof Disconnected>;
