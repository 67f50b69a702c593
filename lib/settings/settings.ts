import * as z from 'zod/mini';

/** What the person has decided once. No secret is ever a setting: settings may be synced and exported. */
export const Settings = z.object({
  /** `https://host/path/` or a whole `host`, as verified in TikTok's developer portal. */
  verifiedPrefixes: z.array(z.string()),
  captionTemplate: z.string(),
  siteTemplates: z.record(z.string(), z.string()),
  hashtagSets: z.array(z.object({ name: z.string(), tags: z.array(z.string()) })),
  /** Handles and sites that are the person's own, for the rights guard. */
  ownHandles: z.array(z.string()),
  /** Remembered per account id. */
  modes: z.record(z.string(), z.enum(['direct', 'inbox'])),
  notifyOnPublished: z.boolean(),
  notifyOnTrouble: z.boolean(),
  language: z.string(),
  theme: z.enum(['system', 'light', 'dark']),
  sync: z.boolean(),
  currentAccountId: z.optional(z.string()),
});
export type Settings = z.infer<typeof Settings>;

/** What may be changed in one go: any of them, each whole. */
export const SettingsChange = z.partial(Settings);
export type SettingsChange = z.infer<typeof SettingsChange>;

export const defaultSettings: Settings = {
  verifiedPrefixes: [],
  captionTemplate: '{title}\n\n{tags}',
  siteTemplates: {},
  hashtagSets: [],
  ownHandles: [],
  modes: {},
  notifyOnPublished: true,
  notifyOnTrouble: true,
  language: 'browser',
  theme: 'system',
  sync: false,
};
