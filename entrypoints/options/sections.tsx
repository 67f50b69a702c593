import { lazy, type ReactNode } from 'react';
import { Connect } from '../../components/account/Connect';
import type { Door } from '../../components/account/door';
import type { OriginalsDoor } from '../../components/preferences/OriginalsCard';
import type { SitesDoor } from '../../components/preferences/SitesCard';
import type { RoutesDoor } from '../../components/routes/door';
import { businessOrigin } from '../../lib/tiktok/business';
import type { WordKey } from '../../lib/words';

// Each is fetched when it is opened: most visits are about accounts.
const MediaRoutes = lazy(async () => ({
  default: (await import('../../components/routes/MediaRoutes')).MediaRoutes,
}));
const Numbers = lazy(async () => ({ default: (await import('../../components/insights/Numbers')).Numbers }));
const Videos = lazy(async () => ({ default: (await import('../../components/insights/Videos')).Videos }));
const BusinessPage = lazy(async () => ({
  default: (await import('../../components/business/BusinessPage')).BusinessPage,
}));
const Preferences = lazy(async () => ({
  default: (await import('../../components/preferences/Preferences')).Preferences,
}));
const DataPage = lazy(async () => ({ default: (await import('../../components/data/DataPage')).DataPage }));

/** What the sections may ask of the browser. */
export type OptionsDoor = Door & RoutesDoor & SitesDoor & OriginalsDoor;

interface Section {
  /** What stands after the # in the address. */
  name: string;
  label: WordKey;
  render: (door: OptionsDoor) => ReactNode;
}

/** The sections of the settings, in the order they are shown. */
export const sections: readonly Section[] = [
  { name: 'connect', label: 'options_connect', render: (door) => <Connect door={door} /> },
  { name: 'numbers', label: 'options_numbers', render: (door) => <Numbers door={door} /> },
  { name: 'videos', label: 'options_videos', render: (door) => <Videos door={door} /> },
  { name: 'routes', label: 'options_routes', render: (door) => <MediaRoutes door={door} /> },
  { name: 'preferences', label: 'options_preferences', render: (door) => <Preferences door={door} /> },
  {
    name: 'business',
    label: 'options_business',
    render: (door) => <BusinessPage allow={() => door.allowHosts([`${businessOrigin}/*`])} />,
  },
  { name: 'data', label: 'options_data', render: () => <DataPage /> },
];
