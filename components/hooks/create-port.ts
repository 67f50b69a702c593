import { AppError, isAppError } from '../../lib/errors/app-error';
import { askFirst, askLater } from '../../lib/messages/first-client';
import { notices } from '../../lib/messages/notices';
import type { Device, Port } from './port';

const orNothing = <T>(answer: T | null): T | undefined => answer ?? undefined;

/** The port of the real extension: questions to the background, and this page's own device. */
export function createPort(device: Device): Port {
  const by = crypto.randomUUID();
  return {
    device,
    // What this page did itself is no news to it.
    listen: (hear) => notices.listen((notice) => !('by' in notice && notice.by === by) && hear(notice)),
    attend() {
      let end: (() => void) | undefined;
      let ended = false;
      void import('../../lib/messages/attend').then(({ attend }) => {
        if (!ended) end = attend();
      });
      return () => {
        ended = true;
        end?.();
      };
    },
    look: (tabId) => askFirst('page.look', tabId === undefined ? {} : { tabId }),
    thumbnail: (url) => askFirst('page.thumbnail', { url }),
    settings: {
      read: () => askFirst('settings.read', undefined),
      change: (change) => askFirst('settings.change', change),
    },
    accounts: async () => (await askFirst('accounts.overview', undefined)).accounts,
    creator: (accountId) => askLater('creator.read', { accountId }),
    inspect: (source) => askLater('media.inspect', { source }),
    hasBucket: async () => (await askLater('bucket.read', undefined)).place !== undefined,
    drafts: {
      find: async (place) => orNothing(await askFirst('drafts.find', place)),
      read: async (id) => orNothing(await askFirst('drafts.read', { id })),
      keep: (draft) => askFirst('drafts.keep', { draft, by }),
      change: (id, change) => askFirst('drafts.change', { id, change, by }),
      drop: (id) => askFirst('drafts.drop', { id, by }),
    },
    posts: {
      async submit({ id, accountId, pageUrl }, contents, left) {
        if (!accountId) throw new AppError('no_account');
        const shared = { accountId, ...(pageUrl === undefined ? {} : { pageUrl }) };
        const posts = contents.map((content) => ({ ...shared, content }));
        const submit = () => askLater('posts.submit', { posts, draft: { id, ...(left ? { left } : {}) } });
        return submit().catch((error: unknown) => {
          if (isAppError(error) && error.code !== 'unexpected') throw error;
          // Whoever was asked may have died of it, with the posts written down or not: no second ones come of asking again.
          return submit();
        });
      },
      list: (query) => askLater('posts.list', query),
      read: async (id) => orNothing(await askLater('posts.read', { id })),
      use: (accountId) => askLater('posts.use', { accountId }),
      retry: async (id) => void (await askLater('posts.retry', { id })),
      cancel: async (id) => void (await askLater('posts.cancel', { id })),
      resolve: async (id, word) => void (await askLater('posts.resolveUnknown', { id, word })),
    },
  };
}
