import { defineBackground } from 'wxt/utils/define-background';
import { protocol } from '../../lib/messages/protocol';
import { answer } from '../../lib/platform/messaging';
import { onBrowserStart, onTabClosed } from '../../lib/platform/tabs';
import { handlers } from './handlers';
import { createServices } from './services';

export default defineBackground({
  type: 'module',
  main() {
    const services = createServices();
    answer('background', protocol, handlers(services));
    onTabClosed((tabId) => services.drafts.releaseTab(tabId));
    onBrowserStart(() => services.drafts.tidy());
  },
});
