import { defineBackground } from 'wxt/utils/define-background';
import { notices } from '../../lib/messages/notices';
import { protocol } from '../../lib/messages/protocol';
import { onAlarm } from '../../lib/platform/alarms';
import {
  installContextMenu,
  nameContextMenu,
  onContextMenu,
  openPopupFor,
} from '../../lib/platform/context-menu';
import { onFirstInstall, onInstallOrUpdate, openOptions } from '../../lib/platform/install';
import { answer } from '../../lib/platform/messaging';
import { onNotificationClick } from '../../lib/platform/notifications';
import { onOnline } from '../../lib/platform/online';
import { keepFromWebPages, onLocalChanged, onSyncChanged } from '../../lib/platform/storage';
import { onBrowserStart, onTabAddress, onTabClosed } from '../../lib/platform/tabs';
import { postsAlarm } from '../../lib/posts/engine';
import { isAboutTheAccount, isAboutTheLine } from '../../lib/posts/verdict';
import { chosenWords } from '../../lib/settings/chosen-words';
import { settingsKey } from '../../lib/settings/key';
import { languageIn } from '../../lib/settings/settings';
import { accountNotification } from './account-services';
import { bucketAlarm } from './bucket-services';
import { handlers } from './handlers';
import { postNotification } from './post-services';
import { createServices } from './services';

export default defineBackground({
  type: 'module',
  main() {
    keepFromWebPages();
    const services = createServices();
    answer('background', protocol, handlers(services));
    onFirstInstall(openOptions);
    onInstallOrUpdate(async () => installContextMenu((await chosenWords()).t('find_menu')));
    onLocalChanged(settingsKey, async (now, before) => {
      if (languageIn(now) !== languageIn(before)) nameContextMenu((await chosenWords()).t('find_menu'));
    });
    onContextMenu(async ({ tabId, windowId, src, link }) => {
      const kept = services.focus.put(tabId, { src, link });
      await openPopupFor(tabId, windowId);
      await kept;
    });
    onAlarm((name) => services.tokens.wake(name));
    onAlarm((name) => services.insightWatch.wake(name));
    onAlarm((name) => name === postsAlarm && services.engine.nudge());
    onAlarm((name) => name === bucketAlarm && void services.broom());
    onNotificationClick((id) => {
      if (id.startsWith(accountNotification)) void openOptions();
      if (id.startsWith(postNotification)) void services.posts.show(id.slice(postNotification.length));
    });
    onTabAddress((tabId, address) => services.tabSignIn.onAddress(tabId, address));
    onTabClosed((tabId) => services.tabSignIn.onClosed(tabId));
    onTabClosed((tabId) => services.drafts.releaseTab(tabId));
    onBrowserStart(() => services.drafts.tidy());
    onSyncChanged(async (changed) => {
      if (await services.settings.adopt(changed)) notices.post({ about: 'settings' });
    });
    void services.boot();
    services.engine.nudge();
    void services.data.sweep();
    onOnline(() => services.engine.hasten(isAboutTheLine));
    void services.insightWatch.look();
    // Somebody new is read at once, not at the next full hour.
    notices.listen(({ about }) => about === 'accounts' && void services.insightWatch.look());
    notices.listen(({ about }) => about === 'accounts' && void services.engine.hasten(isAboutTheAccount));
    // A post that has ended needs its photos no more.
    notices.listen(({ about }) => about === 'posts' && void services.broom());
    void services.broom();
  },
});
