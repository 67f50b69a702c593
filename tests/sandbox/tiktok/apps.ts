export const SCOPES = [
  'user.info.basic',
  'user.info.profile',
  'user.info.stats',
  'video.list',
  'video.publish',
  'video.upload',
] as const;

/** A developer's app in TikTok's portal. */
export interface App {
  clientKey: string;
  clientSecret: string;
  name: string;
  redirectUris: string[];
  /** Scopes the app was approved for. */
  scopes: string[];
  audited: boolean;
  draft: boolean;
  /** URL properties: domains (`example.com`) and prefixes (`https://host/path/`). */
  verified: string[];
  /** Only these users may connect, when it is a sandbox app. */
  targetOpenIds: string[] | null;
  /** Creators who may post within 24 h; null when the audit gave no cap. */
  activeUserCap: number | null;
}

export const CHROME_REDIRECT = 'https://lneageakocimfdjclnaahnbcieblhmkf.chromiumapp.org/';
/** The SHA-1 of `ferry@ferry.example`, as Firefox derives it. */
export const FIREFOX_REDIRECT = 'https://82f486c90c6b6e522f6eaf6ba1e501b277d5f32f.extensions.allizom.org/';
export const LOOPBACK_REDIRECT = 'http://127.0.0.1:*/callback/';

export function defaultApps(): App[] {
  const shared = {
    redirectUris: [CHROME_REDIRECT, FIREFOX_REDIRECT, LOOPBACK_REDIRECT],
    scopes: [...SCOPES],
    draft: false,
    verified: ['https://media.verified.example/', 'https://shop.example/verified/'],
    targetOpenIds: null,
    activeUserCap: null,
  };
  return [
    {
      ...shared,
      clientKey: 'sbawferrydemo0001',
      clientSecret: 'ferry-demo-secret-0001',
      name: 'Ferry demo',
      audited: true,
    },
    {
      ...shared,
      redirectUris: [...shared.redirectUris],
      scopes: [...SCOPES],
      verified: [...shared.verified],
      clientKey: 'sbawferryunaudited',
      clientSecret: 'ferry-demo-secret-0002',
      name: 'Ferry unaudited',
      audited: false,
    },
  ];
}
