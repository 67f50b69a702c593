import type { ReactNode } from 'react';
import type { Door } from '../../components/account/door';
import type { OriginalsDoor } from '../../components/preferences/OriginalsCard';
import type { SitesDoor } from '../../components/preferences/SitesCard';
import type { RoutesDoor } from '../../components/routes/door';
import { businessOrigin } from '../../lib/tiktok/business';
import type { WordKey } from '../../lib/words';

/** What the sections may ask of the browser. */
export type OptionsDoor = Door & RoutesDoor & SitesDoor & OriginalsDoor;

type Render = (door: OptionsDoor) => ReactNode;

export interface Section {
  /** What stands after the # in the address. */
  name: string;
  label: WordKey;
  /** Each is fetched when it is opened. */
  load: () => Promise<Render>;
  /** It shows nothing before it knows the accounts. */
  needsAccounts?: true;
}

/** The sections of the settings, in the order they are shown. */
export const sections: readonly Section[] = [
  {
    name: 'connect',
    label: 'options_connect',
    needsAccounts: true,
    load: async () => {
      const { Connect } = await import('../../components/account/Connect');
      return (door) => <Connect door={door} />;
    },
  },
  {
    name: 'numbers',
    label: 'options_numbers',
    needsAccounts: true,
    load: async () => {
      const { Numbers } = await import('../../components/insights/Numbers');
      return (door) => <Numbers door={door} />;
    },
  },
  {
    name: 'videos',
    label: 'options_videos',
    needsAccounts: true,
    load: async () => {
      const { Videos } = await import('../../components/insights/Videos');
      return (door) => <Videos door={door} />;
    },
  },
  {
    name: 'routes',
    label: 'options_routes',
    load: async () => {
      const { MediaRoutes } = await import('../../components/routes/MediaRoutes');
      return (door) => <MediaRoutes door={door} />;
    },
  },
  {
    name: 'preferences',
    label: 'options_preferences',
    load: async () => {
      const { Preferences } = await import('../../components/preferences/Preferences');
      return (door) => <Preferences door={door} />;
    },
  },
  {
    name: 'business',
    label: 'options_business',
    load: async () => {
      const { BusinessPage } = await import('../../components/business/BusinessPage');
      return (door) => <BusinessPage allow={() => door.allowHosts([`${businessOrigin}/*`])} />;
    },
  },
  {
    name: 'data',
    label: 'options_data',
    load: async () => {
      const { DataPage } = await import('../../components/data/DataPage');
      return () => <DataPage />;
    },
  },
];

/** Which of them an address names; the first where it names none. */
export const sectionAt = (hash: string): Section | undefined =>
  sections.find(({ name }) => hash === `#${name}`) ?? sections[0];
