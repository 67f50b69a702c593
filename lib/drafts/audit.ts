import type { ErrorCode } from '../errors/catalog';
import { captionLimits, photoLimits } from '../media/limits';
import type { Creator } from '../tiktok/creator';
import { type Content, onlyMe, type PostMode, type PostSettings } from './draft';
import { captionLimit } from './text-limits';

/** Something that stands between a draft and TikTok. Each has a sentence, `compose_why_<code>`. */
export type WhyNot =
  | { code: 'no_media' }
  | { code: 'no_account' }
  | { code: 'asking_tiktok' }
  | { code: 'creator_blocked' }
  | { code: 'rights_unanswered'; owner: string }
  | { code: 'too_many_photos'; limit: number }
  | { code: 'caption_too_long'; over: number; limit: number }
  | { code: 'title_too_long'; over: number; limit: number }
  | { code: 'video_too_long'; seconds: number; limit: number }
  | { code: 'no_privacy' }
  | { code: 'privacy_gone' }
  | { code: 'branded_private' }
  | { code: 'undisclosed' }
  | { code: 'unfit' }
  /** One of several posts. */
  | { code: 'one_blocked'; id: string; name: string };

export interface Situation {
  content: Content;
  accountId: string | undefined;
  /** Fresh from creator_info; absent while TikTok is being asked. */
  creator: Creator | undefined;
  /** creator_info said anything but ok: this creator cannot post now. */
  creatorBlocked: boolean;
  /** Whose media it seems to be, when that is a question nobody answered yet. */
  askRightsOf: string | undefined;
  /** Preflight found something that TikTok would refuse. */
  unfit: boolean;
}

/** All reasons why this draft cannot be posted now, the first thing to do first. Empty means go. */
export function whyNotPost(situation: Situation): WhyNot[] {
  const { content, accountId, creator, creatorBlocked, askRightsOf, unfit } = situation;
  const direct = content.mode === 'direct';
  const reasons: (WhyNot | false | undefined)[] = [
    !accountId && { code: 'no_account' },
    creatorBlocked && { code: 'creator_blocked' },
    content.media.length === 0 && { code: 'no_media' },
    askRightsOf !== undefined && { code: 'rights_unanswered', owner: askRightsOf },
    ...textReasons(content),
    content.media.length > photoLimits.maxCount && { code: 'too_many_photos', limit: photoLimits.maxCount },
    direct && creator && tooLong(content, creator),
    unfit && { code: 'unfit' },
    direct && !!accountId && !creator && !creatorBlocked && { code: 'asking_tiktok' },
    ...(direct ? choiceReasons(content.settings, creator) : []),
  ];
  return reasons.filter((reason) => typeof reason === 'object');
}

function textReasons({ kind, mode, caption, title }: Content): (WhyNot | false)[] {
  // An inbox video is sent without words: the person writes them in TikTok.
  if (kind === 'video' && mode === 'inbox') return [];
  const limit = captionLimit(kind);
  return [
    kind === 'photo' &&
      title.length > captionLimits.photoTitle && {
        code: 'title_too_long',
        over: title.length - captionLimits.photoTitle,
        limit: captionLimits.photoTitle,
      },
    caption.length > limit && { code: 'caption_too_long', over: caption.length - limit, limit },
  ];
}

function tooLong({ kind, media }: Content, { maxVideoSeconds }: Creator): WhyNot | undefined {
  const [video] = media;
  const seconds = video?.trim ? video.trim.end - video.trim.start : video?.duration;
  if (kind !== 'video' || seconds === undefined || seconds <= maxVideoSeconds) return undefined;
  return { code: 'video_too_long', seconds, limit: maxVideoSeconds };
}

function choiceReasons(settings: PostSettings, creator: Creator | undefined): (WhyNot | false)[] {
  const { privacy, discloses, yourBrand, brandedContent } = settings;
  return [
    !privacy && { code: 'no_privacy' },
    !!privacy && !!creator && !creator.privacyOptions.includes(privacy) && { code: 'privacy_gone' },
    brandedContent && privacy === onlyMe && { code: 'branded_private' },
    discloses && !yourBrand && !brandedContent && { code: 'undisclosed' },
  ];
}

/**
 * Does this answer of creator_info stop the post? Direct posts stop at any trouble.
 * An inbox draft needs no leave to publish, so it stops only where the account itself cannot be used.
 */
export function blocksPosting(code: ErrorCode | undefined, mode: PostMode): boolean {
  if (code === undefined) return false;
  return mode === 'direct' || !passableForInbox.includes(code);
}

const passableForInbox: readonly ErrorCode[] = [
  'scope_not_authorized',
  'spam_risk_too_many_posts',
  'rate_limit_exceeded',
  'internal_error',
  'timeout',
  'http_error',
  'unexpected_response',
];

/** What TikTok will label the post as. */
export function labelOf({
  discloses,
  yourBrand,
  brandedContent,
}: PostSettings): 'paid' | 'promotional' | undefined {
  if (!discloses) return undefined;
  if (brandedContent) return 'paid';
  return yourBrand ? 'promotional' : undefined;
}

/** Which of TikTok's two consent sentences stands above the button. */
export const consentOf = (settings: PostSettings): 'music' | 'branded' =>
  labelOf(settings) === 'paid' ? 'branded' : 'music';

export type Interaction = 'allowComment' | 'allowDuet' | 'allowStitch';

/** The boxes this post has, and whether the creator's own TikTok settings rule one out. Photos have comments only. */
export function interactionsOf(
  kind: Content['kind'],
  creator: Creator | undefined,
): { what: Interaction; disabled: boolean }[] {
  const comment = { what: 'allowComment', disabled: creator?.commentDisabled ?? true } as const;
  if (kind === 'photo') return [comment];
  return [
    comment,
    { what: 'allowDuet', disabled: creator?.duetDisabled ?? true },
    { what: 'allowStitch', disabled: creator?.stitchDisabled ?? true },
  ];
}

export interface PrivacyChoice {
  value: string;
  disabled: boolean;
}

/** TikTok's options in TikTok's order, one of them out of reach while the content is branded. */
export function privacyChoices(
  creator: Creator | undefined,
  { brandedContent }: PostSettings,
): PrivacyChoice[] {
  return (creator?.privacyOptions ?? []).map((value) => ({
    value,
    disabled: value === onlyMe && brandedContent,
  }));
}

/** The settings that are sent: what the creator has since switched off is not asked for. */
export function settledSettings({ kind, settings }: Content, creator: Creator | undefined): PostSettings {
  const may = new Map(interactionsOf(kind, creator).map(({ what, disabled }) => [what, !disabled]));
  return {
    ...settings,
    allowComment: settings.allowComment && (may.get('allowComment') ?? false),
    allowDuet: settings.allowDuet && (may.get('allowDuet') ?? false),
    allowStitch: settings.allowStitch && (may.get('allowStitch') ?? false),
    yourBrand: settings.discloses && settings.yourBrand,
    brandedContent: settings.discloses && settings.brandedContent,
  };
}

/** What is wrong with one post alone, and not with the choices that several share. */
export const isOwnReason = ({ code }: WhyNot): boolean =>
  code === 'caption_too_long' || code === 'title_too_long' || code === 'video_too_long' || code === 'unfit';
