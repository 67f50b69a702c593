import { createAccountStore } from '../../lib/accounts/store';
import { createDrafts } from '../../lib/drafts/drafts';
import { notices } from '../../lib/messages/notices';
import { systemClock } from '../../lib/platform/clock';
import { openDatabase } from '../../lib/platform/database';
import { localArea, syncArea } from '../../lib/platform/storage';
import { chosenWords } from '../../lib/settings/chosen-words';
import { createSettingsStore } from '../../lib/settings/store';
import type { HttpParts } from '../../lib/tiktok/http';
import { canStreamRequests, createPostingHttp } from '../../lib/tiktok/once';
import { accountServices } from './account-services';
import { bucketServices } from './bucket-services';
import { dataServices } from './data-services';
import { looker } from './hands-line';
import { insightServices } from './insight-services';
import { pageServices } from './page-services';
import { postServices } from './post-services';

/** Builds every service once, each handed only what it needs. This is the inventory of the background. */
export function createServices() {
  const database = openDatabase();
  const settings = createSettingsStore({ local: localArea, sync: syncArea });
  const drafts = createDrafts({
    database,
    clock: systemClock,
    tell: (draftId, by) => notices.post({ about: 'drafts', draftId, by }),
  });
  const line: HttpParts = {
    fetch: (...ask) => fetch(...ask),
    clock: systemClock,
    isOnline: () => navigator.onLine,
    // A worker is ended after 30 s without news; the answer, or its absence, must come before that.
    timeoutMs: 25_000,
  };
  const http = createPostingHttp({ ...line, canStream: canStreamRequests() });
  const people = accountServices({ database, settings, http, words: chosenWords });
  const accounts = createAccountStore(database).list;
  const bucket = bucketServices({ database, isNeeded: async (postId) => posts.posts.needsMedia(postId) });
  const posts = postServices({
    database,
    settings,
    http,
    tokens: people.tokens,
    bucketStore: bucket.bucketStore,
    words: chosenWords,
  });
  return {
    database,
    settings,
    drafts,
    http,
    ...bucket,
    inspect: looker(database),
    ...posts,
    ...people,
    ...pageServices({ settings }),
    ...insightServices({ database, http, line, tokens: people.tokens, accounts }),
    ...dataServices({
      database,
      settings,
      accounts,
      disconnect: people.accounts.disconnect,
      cancelPost: posts.desk.cancel,
      tidyPosts: posts.posts.tidy,
    }),
  };
}

export type Services = ReturnType<typeof createServices>;
