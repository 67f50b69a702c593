import { createFocus } from '../../lib/finder/focus';
import { createLook } from '../../lib/finder/look';
import { createThumbnails } from '../../lib/finder/thumbnail';
import { notices } from '../../lib/messages/notices';
import { systemClock } from '../../lib/platform/clock';
import { hasHost } from '../../lib/platform/permissions';
import { shrinkPicture } from '../../lib/platform/pictures';
import { injectFiles, injectValue } from '../../lib/platform/scripting';
import { sessionArea } from '../../lib/platform/storage';
import { activeTab, readTab } from '../../lib/platform/tabs';
import { switchedOff } from '../../lib/settings/sites';
import type { SettingsStore } from '../../lib/settings/store';

/** What looks at the page the person has before them. */
export function pageServices({ settings }: { settings: SettingsStore }) {
  const focus = createFocus({ session: sessionArea, now: systemClock.now });
  const lookAt = createLook({
    tabs: { active: activeTab, read: readTab },
    inject: { files: injectFiles, value: injectValue },
    focus,
    isOff: async (address) => switchedOff(address, (await settings.read()).offSites) !== undefined,
  });
  const look = async (tabId?: number) => {
    const found = await lookAt(tabId);
    // The popup asks without naming a tab: its press is what lets the panel look at the page as well.
    if (tabId === undefined && found.pageUrl !== '') notices.post({ about: 'page' });
    return found;
  };
  const thumbnail = createThumbnails({
    fetch: (...ask) => fetch(...ask),
    granted: hasHost,
    shrink: shrinkPicture,
  });
  return { focus, look, thumbnail };
}
