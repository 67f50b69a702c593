import { systemClock } from '../../lib/platform/clock';
import { openDatabase } from '../../lib/platform/database';
import { localArea, syncArea } from '../../lib/platform/storage';
import { createDrafts } from '../../lib/posts/drafts';
import { createSettingsStore } from '../../lib/settings/store';
import { createHttp } from '../../lib/tiktok/http';
import { accountServices } from './account-services';
import { bucketServices } from './bucket-services';

/** Builds every service once, each handed only what it needs. This is the inventory of the background. */
export function createServices() {
  const database = openDatabase();
  const settings = createSettingsStore({ local: localArea, sync: syncArea });
  const drafts = createDrafts({ database, clock: systemClock });
  const http = createHttp({
    fetch: (...ask) => fetch(...ask),
    clock: systemClock,
    isOnline: () => navigator.onLine,
  });
  return {
    database,
    settings,
    drafts,
    http,
    ...accountServices({ database, settings, http }),
    ...bucketServices({ database, isNeeded: async () => true }),
  };
}

export type Services = ReturnType<typeof createServices>;
