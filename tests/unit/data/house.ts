import 'fake-indexeddb/auto';
import type { Account } from '../../../lib/accounts/account';
import { untouchedSettings } from '../../../lib/drafts/draft';
import { openDatabase } from '../../../lib/platform/database';
import type { Attempt, Post } from '../../../lib/posts/post';
import { defaultSettings } from '../../../lib/settings/settings';

export const account = (more: Partial<Account> = {}): Account => ({
  id: 'open-1',
  displayName: 'Fern Pottery',
  username: 'fern',
  scopes: ['user.info.basic', 'video.publish'],
  connectedAt: 1,
  accessExpiresAt: 2,
  refreshExpiresAt: 3,
  refreshedAt: 1,
  ...more,
});

export const attempt = (more: Partial<Attempt> = {}): Attempt => ({
  number: 1,
  route: 'upload',
  reason: { key: 'route_upload_file', values: {} },
  plan: 0,
  startedAt: 1_000,
  initiatedAt: 2_000,
  publishId: 'v_pub_file~v2.1',
  endedAt: 3_000,
  ...more,
});

export const post = (more: Partial<Post> = {}): Post => ({
  id: 'post-1',
  accountId: 'open-1',
  content: {
    kind: 'video',
    media: [],
    title: '',
    caption: 'Glazing day',
    mode: 'direct',
    settings: { ...untouchedSettings, privacy: 'PUBLIC_TO_EVERYONE' },
  },
  createdAt: 500,
  state: 'published',
  stateSince: 3_000,
  seenAt: 3_000,
  tries: 0,
  looks: 0,
  attempts: [attempt()],
  videoIds: ['7301234567890123457'],
  ...more,
});

let databases = 0;
export const freshDatabase = () => {
  databases += 1;
  return openDatabase(`data-${databases}`);
};

/** Settings without a browser. */
export function fakeSettings(start = defaultSettings) {
  let kept = start;
  return {
    read: async () => kept,
    change: async (change: Partial<typeof kept>) => {
      kept = { ...kept, ...change };
      return kept;
    },
  };
}
