import * as z from 'zod/mini';
import { List as list, Record, Text as text } from '../platform/bounded';

/** Far more than anybody writes by hand: an import or another device must not be able to fill the disk. */
const Text = text(10_000);
const List = <T>(item: z.ZodMiniType<T>) => list(item, most);
const most = 1_000;

/** What the person has decided once. No secret is ever a setting: settings may be synced and exported. */
export const Settings = z.object({
  /** `https://host/path/` or a whole `host`, as verified in TikTok's developer portal. */
  verifiedPrefixes: List(Text),
  captionTemplate: Text,
  siteTemplates: Record(Text, Text, most),
  /** Hosts whose pages Ferry does not look at. */
  offSites: List(Text),
  hashtagSets: List(z.object({ name: Text, tags: List(Text) })),
  /** Names and sites that are the person's own, for the rights guard: see lib/drafts/own.ts. */
  ownHandles: List(Text),
  /** Remembered per account id. */
  modes: Record(Text, z.enum(['direct', 'inbox']), most),
  notifyOnPublished: z.boolean(),
  notifyOnTrouble: z.boolean(),
  language: Text,
  theme: z.enum(['system', 'light', 'dark']),
  sync: z.boolean(),
  currentAccountId: z.optional(Text),
});
export type Settings = z.infer<typeof Settings>;

/** What may be changed in one go: any of them, each whole. */
export const SettingsChange = z.partial(Settings);
export type SettingsChange = z.infer<typeof SettingsChange>;

/** The language in what is kept, whether or not the rest of it can be read. */
export const languageIn = (kept: unknown): string =>
  z.object({ language: Text }).safeParse(kept).data?.language ?? defaultSettings.language;

export const defaultSettings: Settings = {
  verifiedPrefixes: [],
  captionTemplate: '{title}\n\n{tags}',
  siteTemplates: {},
  offSites: [],
  hashtagSets: [],
  ownHandles: [],
  modes: {},
  notifyOnPublished: true,
  notifyOnTrouble: true,
  language: 'browser',
  theme: 'system',
  sync: false,
};
