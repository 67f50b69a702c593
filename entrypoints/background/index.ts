import { defineBackground } from 'wxt/utils/define-background';
import { protocol } from '../../lib/messages/protocol';
import { answer } from '../../lib/platform/messaging';
import { localArea, syncArea } from '../../lib/platform/storage';
import { createSettingsStore } from '../../lib/settings/store';
import { handlers } from './handlers';

export default defineBackground({
  type: 'module',
  main() {
    const settings = createSettingsStore({ local: localArea, sync: syncArea });
    answer('background', protocol, handlers({ settings }));
  },
});
