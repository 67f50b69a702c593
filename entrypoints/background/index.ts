import { defineBackground } from 'wxt/utils/define-background';
import { notices } from '../../lib/messages/notices';
import { protocol } from '../../lib/messages/protocol';
import { onAlarm } from '../../lib/platform/alarms';
import { installContextMenu, onContextMenu, openPopupFor } from '../../lib/platform/context-menu';
import { onFirstInstall, onInstallOrUpdate, openOptions } from '../../lib/platform/install';
import { answer } from '../../lib/platform/messaging';
import { onNotificationClick } from '../../lib/platform/notifications';
import { keepFromWebPages } from '../../lib/platform/storage';
import { onBrowserStart, onTabAddress, onTabClosed } from '../../lib/platform/tabs';
import { browserWords } from '../../lib/platform/words';
import { accountNotification } from './account-services';
import { handlers } from './handlers';
import { createServices } from './services';

export default defineBackground({
  type: 'module',
  main() {
    keepFromWebPages();
    const services = createServices();
    answer('background', protocol, handlers(services));
    onFirstInstall(openOptions);
    onInstallOrUpdate(() => installContextMenu(browserWords().t('find_menu')));
    onContextMenu(async ({ tabId, windowId, src, link }) => {
      const kept = services.focus.put(tabId, { src, link });
      await openPopupFor(tabId, windowId);
      await kept;
    });
    onAlarm((name) => services.tokens.wake(name));
    onAlarm((name) => services.insightWatch.wake(name));
    onNotificationClick((id) => {
      if (id.startsWith(accountNotification)) void openOptions();
    });
    onTabAddress((tabId, address) => services.tabSignIn.onAddress(tabId, address));
    onTabClosed((tabId) => services.tabSignIn.onClosed(tabId));
    onTabClosed((tabId) => services.drafts.releaseTab(tabId));
    onBrowserStart(() => services.drafts.tidy());
    void services.boot();
    void services.insightWatch.look();
    // Somebody new is read at once, not at the next full hour.
    notices.listen(({ about }) => about === 'accounts' && void services.insightWatch.look());
    void services.data.sweep();
  },
});
