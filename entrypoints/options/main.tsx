import { mount } from '../../components/ui/mount';
import { originalsHere } from '../../lib/messages/originals-here';
import { isFirefox } from '../../lib/platform/browser';
import { askEarly } from '../../lib/platform/early';
import { loopbackHosts, openSignInWindow } from '../../lib/platform/identity';
import { allowedSites, askForHosts, forgetSite, tiktokHosts } from '../../lib/platform/permissions';
import { chosenWords } from '../../lib/settings/chosen-words';
import { Options } from './Options';
import { type OptionsDoor, sectionAt } from './sections';

const door: OptionsDoor = {
  originals: originalsHere(async () => (await import('../../lib/messages/keep-file')).openStash()),
  allowHosts: askForHosts,
  allowedSites,
  forgetSite,
  openWindow: openSignInWindow,
  allow(way) {
    // Chrome grants TikTok's hosts at install; in Firefox they are the person's to give.
    const hosts = [...(isFirefox ? tiktokHosts : []), ...(way === 'tab' ? loopbackHosts : [])];
    return hosts.length > 0 ? askForHosts(hosts) : Promise.resolve(true);
  },
};

// These come beside the words, not after them.
const first = sectionAt(location.hash);
void first?.load();
if (first?.needsAccounts) askEarly('background', 'accounts.overview', undefined);
void mount(<Options door={door} />, chosenWords());
