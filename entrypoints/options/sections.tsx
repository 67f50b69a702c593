import { lazy, type ReactNode } from 'react';
import { Connect } from '../../components/account/Connect';
import type { Door } from '../../components/account/door';
import type { RoutesDoor } from '../../components/routes/door';
import type { WordKey } from '../../lib/words';

/** Fetched when it is opened: most visits are about accounts. */
const MediaRoutes = lazy(async () => ({
  default: (await import('../../components/routes/MediaRoutes')).MediaRoutes,
}));

/** What the sections may ask of the browser. */
export type OptionsDoor = Door & RoutesDoor;

interface Section {
  /** What stands after the # in the address. */
  name: string;
  label: WordKey;
  render: (door: OptionsDoor) => ReactNode;
}

/** The sections of the settings, in the order they are shown. */
export const sections: readonly Section[] = [
  { name: 'connect', label: 'options_connect', render: (door) => <Connect door={door} /> },
  { name: 'routes', label: 'options_routes', render: (door) => <MediaRoutes door={door} /> },
];
