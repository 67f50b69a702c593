import { type AccountServices, createAccountServices } from '../../lib/accounts/build';
import { notices } from '../../lib/messages/notices';
import { browserAlarms } from '../../lib/platform/alarms';
import { bakedIn } from '../../lib/platform/build';
import { systemClock } from '../../lib/platform/clock';
import type { Database } from '../../lib/platform/database';
import { loopbackRedirect, signInRedirect } from '../../lib/platform/identity';
import { webLocks } from '../../lib/platform/locks';
import { notify } from '../../lib/platform/notifications';
import { sessionArea } from '../../lib/platform/storage';
import { closeTab, openTabForId } from '../../lib/platform/tabs';
import type { SettingsStore } from '../../lib/settings/store';
import type { Http } from '../../lib/tiktok/http';
import type { Words } from '../../lib/words';

/** A press on a notification with such an id leads to the account. */
export const accountNotification = 'account:';

interface Parts {
  database: Promise<Database>;
  settings: SettingsStore;
  http: Http;
  words: () => Promise<Words>;
}

export const accountServices = ({ database, settings, http, words }: Parts): AccountServices =>
  createAccountServices({
    database,
    http,
    session: sessionArea,
    locks: webLocks,
    clock: systemClock,
    alarms: browserAlarms,
    randomBytes: (bytes) => crypto.getRandomValues(bytes),
    bakedIn,
    redirects: { window: signInRedirect(), tab: loopbackRedirect },
    current: {
      get: async () => (await settings.read()).currentAccountId,
      async set(currentAccountId) {
        await settings.change({ currentAccountId });
      },
    },
    tabs: { open: openTabForId, close: closeTab },
    changed: () => notices.post({ about: 'accounts' }),
    async troubled({ id, displayName }) {
      const { t } = await words();
      const name = displayName || t('account_unnamed');
      notify({
        id: `${accountNotification}${id}`,
        title: t('account_trouble_title', { name }),
        message: t('account_trouble_text'),
      });
    },
  });
