import { mount } from '../../components/ui/mount';
import { isFirefox } from '../../lib/platform/browser';
import { loopbackHosts, openSignInWindow } from '../../lib/platform/identity';
import { askForHosts, tiktokHosts } from '../../lib/platform/permissions';
import { browserWords } from '../../lib/platform/words';
import { Options } from './Options';
import type { OptionsDoor } from './sections';

const door: OptionsDoor = {
  allowHosts: askForHosts,
  openWindow: openSignInWindow,
  allow(way) {
    // Chrome grants TikTok's hosts at install; in Firefox they are the person's to give.
    const hosts = [...(isFirefox ? tiktokHosts : []), ...(way === 'tab' ? loopbackHosts : [])];
    return hosts.length > 0 ? askForHosts(hosts) : Promise.resolve(true);
  },
};

mount(<Options door={door} />, browserWords());
