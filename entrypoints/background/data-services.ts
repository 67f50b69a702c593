import type { Account } from '../../lib/accounts/account';
import { createEraser } from '../../lib/data/eraser';
import { createExporter } from '../../lib/data/exporter';
import { createImporter } from '../../lib/data/importer';
import { createData } from '../../lib/data/service';
import { stopPosts } from '../../lib/data/stop-posts';
import { storageUse } from '../../lib/data/storage-use';
import { dropFiles, sweepFiles } from '../../lib/data/sweeper';
import { createStash } from '../../lib/media/stash';
import { notices } from '../../lib/messages/notices';
import { clearAlarms } from '../../lib/platform/alarms';
import { systemClock } from '../../lib/platform/clock';
import type { Database } from '../../lib/platform/database';
import { clearAreas } from '../../lib/platform/storage';
import { estimateStorage, surroundings } from '../../lib/platform/surroundings';
import { createPostStore } from '../../lib/posts/store';
import type { SettingsStore } from '../../lib/settings/store';

interface Parts {
  database: Promise<Database>;
  settings: SettingsStore;
  accounts: () => Promise<readonly Account[]>;
  disconnect: (accountId: string) => Promise<unknown>;
  cancelPost: (id: string) => Promise<unknown>;
  /** Lets go of what posts that are over had kept. */
  tidyPosts: () => Promise<void>;
}

export function dataServices({ database, settings, accounts, disconnect, cancelPost, tidyPosts }: Parts) {
  const { now } = systemClock;
  const stash = createStash({ database, root: () => navigator.storage.getDirectory(), now });
  const sweep = async () => {
    await tidyPosts();
    await sweepFiles({ database, stash, now });
  };
  const { open, read } = createPostStore(database, now);
  const accountIds = async () => (await accounts()).map(({ id }) => id);
  const storage = () => storageUse({ database, files: () => stash.list(), estimate: estimateStorage });
  return {
    data: {
      ...createData({ database, storage, surroundings, now }),
      ...createImporter({ database, settings }),
      ...createEraser({
        database,
        accountIds,
        dropFiles: (keys) => dropFiles(database, stash, keys),
        stopPosts: (id) => stopPosts({ open, read, cancel: cancelPost, clock: systemClock }, id),
        disconnect,
        async forgetWishes(accountId) {
          const { [accountId]: _, ...modes } = (await settings.read()).modes;
          await settings.change({ modes });
        },
        async clearRest() {
          await stash.sweep(new Set(), Number.POSITIVE_INFINITY);
          await Promise.all([clearAreas(), clearAlarms()]);
        },
        changed: () => notices.post({ about: 'accounts' }),
      }),
      export: createExporter({ database, settings: settings.read, ferry: surroundings.ferry, now }),
      storage,
      sweep,
    },
  };
}
