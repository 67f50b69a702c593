import { AppError } from '../../lib/errors/app-error';
import { ask } from '../../lib/messages/client';
import { notices } from '../../lib/messages/notices';
import type { Device, Port } from './port';

const orNothing = <T>(answer: T | null): T | undefined => answer ?? undefined;
const notYet = () => Promise.reject(new AppError('unexpected', { cause: 'not part of this build' }));

/** The port of the real extension: questions to the background, and this page's own device. */
export function createPort(device: Device): Port {
  return {
    device,
    listen: notices.listen,
    look: notYet,
    settings: {
      read: () => ask('settings.read', undefined),
      change: (change) => ask('settings.change', change),
    },
    accounts: async () => (await ask('accounts.overview', undefined)).accounts,
    creator: (accountId) => ask('creator.read', { accountId }),
    inspect: notYet,
    drafts: {
      find: async (place) => orNothing(await ask('drafts.find', place)),
      read: async (id) => orNothing(await ask('drafts.read', { id })),
      keep: (draft) => ask('drafts.keep', draft),
      change: (patch) => ask('drafts.change', patch),
      drop: (id) => ask('drafts.drop', { id }),
    },
    posts: {
      async submit({ accountId, content, pageUrl }) {
        if (!accountId) throw new AppError('no_account');
        const submission = { accountId, content, ...(pageUrl === undefined ? {} : { pageUrl }) };
        const [post] = await ask('posts.submit', { posts: [submission] });
        if (!post) throw new AppError('unexpected', { cause: 'nothing was submitted' });
        return post;
      },
      list: async () => (await ask('posts.list', { limit: 50 })).posts,
      read: async (id) => orNothing(await ask('posts.read', { id })),
      retry: async (id) => void (await ask('posts.retry', { id })),
      cancel: async (id) => void (await ask('posts.cancel', { id })),
      resolve: async (id, isThere) => void (await ask('posts.resolveUnknown', { id, isThere })),
    },
  };
}
