import * as z from 'zod/mini';
import type { Caller } from '../bearer.ts';
import { Refusal } from '../envelope.ts';
import { privacyOptions } from './creator-info.ts';

/** In UTF-16 code units, which zod's own maxLength does not count. */
const upTo = (units: number) => z.string().check(z.refine((text) => text.length <= units));

const flags = {
  disable_comment: z.optional(z.boolean()),
  brand_content_toggle: z.optional(z.boolean()),
  brand_organic_toggle: z.optional(z.boolean()),
};

export const videoPostInfo = z.object({
  ...flags,
  privacy_level: z.optional(z.string()),
  title: z.optional(upTo(2200)),
  disable_duet: z.optional(z.boolean()),
  disable_stitch: z.optional(z.boolean()),
  video_cover_timestamp_ms: z.optional(z.int32()),
  is_aigc: z.optional(z.boolean()),
});

const photoTexts = {
  title: z.optional(upTo(90)),
  description: z.optional(upTo(4000)),
};

export const photoPostInfo = z.object({
  ...flags,
  ...photoTexts,
  privacy_level: z.optional(z.string()),
  auto_add_music: z.optional(z.boolean()),
});

export const photoDraftInfo = z.object(photoTexts);

/** Who may see it, as the account and the app's audit allow (tiktok-api.md §7). */
export function checkVisibility(
  info: { privacy_level?: string | undefined; brand_content_toggle?: boolean | undefined },
  { user, app }: Caller,
): void {
  const options: readonly string[] = privacyOptions(user);
  if (!info.privacy_level || !options.includes(info.privacy_level)) {
    throw new Refusal(
      'privacy_level_option_mismatch',
      'The privacy level is missing or not one of the options.',
    );
  }
  if (!app.audited && (!user.private || info.privacy_level !== 'SELF_ONLY')) {
    throw new Refusal('unaudited_client_can_only_post_to_private_accounts');
  }
  if (info.brand_content_toggle && info.privacy_level === 'SELF_ONLY') {
    throw new Refusal('invalid_params', 'Branded content visibility cannot be set to private.');
  }
}
