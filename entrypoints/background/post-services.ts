import type { TokenService } from '../../lib/accounts/tokens';
import { createStash } from '../../lib/media/stash';
import { notices } from '../../lib/messages/notices';
import { browserAlarms } from '../../lib/platform/alarms';
import { showBadge } from '../../lib/platform/badge';
import { systemClock } from '../../lib/platform/clock';
import type { Database } from '../../lib/platform/database';
import { webLocks } from '../../lib/platform/locks';
import { notify } from '../../lib/platform/notifications';
import { hasHost } from '../../lib/platform/permissions';
import { openPage, openTab } from '../../lib/platform/tabs';
import { ask } from '../../lib/posts/calls';
import { createDesk } from '../../lib/posts/desk';
import { createEngine } from '../../lib/posts/engine';
import { createHistory } from '../../lib/posts/history';
import { createJobs } from '../../lib/posts/jobs';
import { isUnderWay, outcomeNews } from '../../lib/posts/outcome-news';
import { createPacing } from '../../lib/posts/pacing';
import type { EngineParts, Ways } from '../../lib/posts/parts';
import type { Post } from '../../lib/posts/post';
import { createPostStore } from '../../lib/posts/store';
import { createTidy } from '../../lib/posts/tidy';
import type { BucketStore } from '../../lib/routes/bucket/bucket-store';
import { redirects } from '../../lib/routes/redirects';
import type { SettingsStore } from '../../lib/settings/store';
import type { PostingHttp } from '../../lib/tiktok/once';
import { createPostingApi } from '../../lib/tiktok/posting';
import type { Words } from '../../lib/words';
import { handsLine } from './hands-line';

/** A press on a notification with such an id leads to the post. */
export const postNotification = 'post:';

interface Parts {
  database: Promise<Database>;
  settings: SettingsStore;
  http: PostingHttp;
  tokens: Pick<TokenService, 'getAccessToken' | 'tokenRejected'>;
  bucketStore: BucketStore;
  words: () => Promise<Words>;
}

export function postServices({ database, settings, http, tokens, bucketStore, words }: Parts) {
  const { now } = systemClock;
  const store = createPostStore(database, now);
  let badge: Promise<unknown> = Promise.resolve();

  const changed = ({ id }: Pick<Post, 'id'>) => {
    notices.post({ about: 'posts', postId: id });
    badge = badge.then(async () => showBadge((await store.open()).filter(isUnderWay).length)).catch(() => {});
  };

  const announce = async (post: Post): Promise<void> => {
    const news = outcomeNews(post, await settings.read(), await words());
    if (news) notify({ id: `${postNotification}${post.id}`, ...news });
    await tidy.after(post);
  };

  const parts: EngineParts = {
    store,
    jobs: createJobs(database, now),
    hands: handsLine(database, () => void engine.wake()),
    stash: createStash({ database, root: () => navigator.storage.getDirectory(), now }),
    pacing: createPacing({ database, now, random: Math.random }),
    api: createPostingApi(http),
    tokens,
    ways: ways(settings, bucketStore),
    clock: systemClock,
    alarms: browserAlarms,
    locks: webLocks,
    random: Math.random,
    isOnline: () => navigator.onLine,
    changed,
    announce: (post) => void announce(post).catch((error: unknown) => console.error('announce', error)),
  };
  const engine = createEngine(parts);
  const tidy = createTidy(parts);
  return {
    engine,
    desk: createDesk({ ...parts, engine }),
    history: createHistory(database),
    posts: {
      tidy: tidy.all,
      async read(id: string) {
        const post = await store.read(id);
        return post ? { post, events: await store.events(id) } : null;
      },
      /** Whether TikTok may still come for its media. */
      async needsMedia(id: string) {
        const post = await store.read(id);
        return post !== undefined && isUnderWay(post);
      },
      /** Where a press on its notification leads: to TikTok once it is there, else to what our own page knows of it. */
      async show(id: string) {
        const link = (await store.read(id))?.link;
        if (link) openTab(link);
        else openPage(`/compose.html#recent&post=${encodeURIComponent(id)}`);
      },
    },
    creator: (accountId: string) => ask(parts, accountId, 'creator_info', parts.api.creator),
  };
}

function ways(settings: SettingsStore, bucket: BucketStore): Ways {
  return {
    verifiedPrefixes: async () => (await settings.read()).verifiedPrefixes,
    hasBucket: async () => (await bucket.place()) !== undefined,
    async forgetPrefix(prefix) {
      const { verifiedPrefixes } = await settings.read();
      await settings.change({ verifiedPrefixes: verifiedPrefixes.filter((mark) => mark !== prefix) });
      notices.post({ about: 'settings' });
    },
    redirects: (url) => redirects(url, (...ask) => fetch(...ask)),
    async granted(urls) {
      const answers = await Promise.all(urls.map(async (url) => ((await hasHost(url)) ? [url] : [])));
      return answers.flat();
    },
  };
}
