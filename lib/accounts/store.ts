import { AppError } from '../errors/app-error';
import type { Database } from '../platform/database';
import { Account, Tokens } from './account';

export interface HeldAccount {
  account: Account;
  tokens: Tokens;
}

export interface AccountStore {
  list(): Promise<Account[]>;
  find(id: string): Promise<Account | undefined>;
  /**
   * With its tokens. Throws `no_account` when there is none, and `invalid_grant` when the account is here and its
   * tokens are not: it came with an import, and the person has yet to sign in.
   */
  hold(id: string): Promise<HeldAccount>;
  /** Both or neither: a token pair without its account, or the reverse, is never left behind. */
  save(account: Account, tokens: Tokens): Promise<void>;
  /** Reads and writes in one transaction, so that what somebody else changed meanwhile is kept. */
  change(id: string, change: (account: Account) => Account): Promise<Account | undefined>;
  forget(id: string): Promise<void>;
}

const tokensKey = (id: string) => `tokens:${id}`;
const both = ['accounts', 'secrets'] as const;

export function createAccountStore(database: Promise<Database>): AccountStore {
  return {
    async list() {
      const kept = await (await database).getAll('accounts');
      return kept.flatMap((value) => read(value) ?? []).sort((a, b) => a.connectedAt - b.connectedAt);
    },
    async find(id) {
      return read(await (await database).get('accounts', id));
    },
    async hold(id) {
      const transaction = (await database).transaction(both);
      const [account, tokens] = await Promise.all([
        transaction.objectStore('accounts').get(id),
        transaction.objectStore('secrets').get(tokensKey(id)),
      ]);
      const held = { account: read(account), tokens: Tokens.safeParse(tokens).data };
      if (!held.account) throw new AppError('no_account');
      if (!held.tokens) throw new AppError('invalid_grant');
      return { account: held.account, tokens: held.tokens };
    },
    async save(account, tokens) {
      const transaction = (await database).transaction(both, 'readwrite');
      await Promise.all([
        transaction.objectStore('accounts').put(account),
        transaction.objectStore('secrets').put(tokens, tokensKey(account.id)),
        transaction.done,
      ]);
    },
    async change(id, change) {
      const transaction = (await database).transaction('accounts', 'readwrite');
      const account = read(await transaction.store.get(id));
      const next = account && change(account);
      if (next) await transaction.store.put(next);
      await transaction.done;
      return next;
    },
    async forget(id) {
      const transaction = (await database).transaction(both, 'readwrite');
      await Promise.all([
        transaction.objectStore('accounts').delete(id),
        transaction.objectStore('secrets').delete(tokensKey(id)),
        transaction.done,
      ]);
    },
  };
}

const read = (value: unknown): Account | undefined => Account.safeParse(value).data;
