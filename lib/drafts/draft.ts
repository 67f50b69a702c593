import * as z from 'zod/mini';
import {
  Address,
  Addresses,
  Count,
  Id,
  List,
  Moment,
  PageAddress,
  Pixels,
  Seconds,
  TabId,
  Text,
} from '../platform/bounded';
import { longestWritten } from './text-limits';

/** More than TikTok takes, which is said when it is submitted: a draft may be in between. */
export const mostMedia = 700;

/** Where the bytes of a picture or video come from. */
export const MediaSource = z.discriminatedUnion('from', [
  /** On a page: addresses best first. */
  z.object({
    from: z.literal('url'),
    urls: Addresses.check(z.minLength(1)),
    pageUrl: z.optional(PageAddress),
    status: z.enum(['direct', 'hls', 'dash', 'blob']),
    expiresAt: z.optional(Moment),
  }),
  /** Already ours: a picked, pasted, dropped, matched or made file, kept in the stash. */
  z.object({
    from: z.literal('stash'),
    key: Id,
    name: Text(1_000),
    size: Count,
    type: Text(1_000),
  }),
]);
export type MediaSource = z.infer<typeof MediaSource>;

export const DraftMedia = z.object({
  id: Id,
  kind: z.enum(['video', 'photo']),
  source: MediaSource,
  width: z.optional(Pixels),
  height: z.optional(Pixels),
  duration: z.optional(Seconds),
  poster: z.optional(Address),
  alt: z.optional(Text(10_000)),
  /** A video: the part that is wanted, in seconds. */
  trim: z.optional(z.object({ start: Seconds, end: Seconds })),
});
export type DraftMedia = z.infer<typeof DraftMedia>;

/** `direct` is published at once; `inbox` waits in TikTok for the person to finish it there. */
export const PostMode = z.enum(['direct', 'inbox']);
export type PostMode = z.infer<typeof PostMode>;

/** TikTok's name for a post that nobody but its creator sees. */
export const onlyMe = 'SELF_ONLY';

/** Every choice TikTok wants of a person. `allow…` and the disclosure start false, privacy starts unchosen. */
export const PostSettings = z.object({
  privacy: z.optional(Text(100)),
  allowComment: z.boolean(),
  allowDuet: z.boolean(),
  allowStitch: z.boolean(),
  discloses: z.boolean(),
  yourBrand: z.boolean(),
  brandedContent: z.boolean(),
  aiGenerated: z.boolean(),
  autoMusic: z.boolean(),
  /** Video: the frame that becomes the cover, in ms. */
  coverMs: z.optional(Count),
  /** Photos: which one is the cover. */
  coverIndex: Count,
});
export type PostSettings = z.infer<typeof PostSettings>;

export const untouchedSettings: PostSettings = {
  allowComment: false,
  allowDuet: false,
  allowStitch: false,
  discloses: false,
  yourBrand: false,
  brandedContent: false,
  aiGenerated: false,
  autoMusic: false,
  coverIndex: 0,
};

/** Photos made into one video on the device, the way without a web space of one's own. */
export const Slideshow = z.object({
  secondsEach: z.number().check(z.minimum(0.5), z.maximum(30)),
  /** `fit` shows the whole photo, `fill` the whole screen. */
  frame: z.enum(['fit', 'fill']),
  /** Seconds one photo takes to fade into the next; 0 cuts. */
  fade: z.number().check(z.nonnegative(), z.maximum(5)),
});
export type Slideshow = z.infer<typeof Slideshow>;
export const usualSlideshow: Slideshow = { secondsEach: 3, frame: 'fit', fade: 0.5 };

/** What goes to TikTok: a video with its caption, or 1…35 photos with title and description. */
export const Content = z.object({
  kind: z.enum(['video', 'photo']),
  media: List(DraftMedia, mostMedia),
  /** With kind `video`: the media are photos, and become the video. */
  slideshow: z.optional(Slideshow),
  /** Photos only. */
  title: Text(longestWritten),
  /** A video's caption or the photos' description. */
  caption: Text(longestWritten),
  mode: PostMode,
  settings: PostSettings,
});
export type Content = z.infer<typeof Content>;

/** A video on the page that cannot be taken: the person's own file of it is asked for instead. */
export const Original = z.object({
  why: z.enum(['embed-only', 'policy-refused', 'no-address']),
  title: z.optional(Text(10_000)),
  /** Seconds. */
  duration: z.optional(Seconds),
  /** YouTube's name for it. */
  videoId: z.optional(Text(100)),
  /** The person said that the file Ferry chose is another: from then on they choose. */
  settled: z.optional(z.literal(true)),
});
export type Original = z.infer<typeof Original>;

/** One of several posts of a draft: a picture or a video, and what is its own. All else they share. */
export const BatchEntry = z.object({
  media: DraftMedia,
  caption: Text(longestWritten),
  title: z.optional(Text(longestWritten)),
  /** Who may see this one, where it differs from the others. */
  privacy: PostSettings.shape.privacy,
  coverMs: PostSettings.shape.coverMs,
  slideshow: z.optional(Slideshow),
});
export type BatchEntry = z.infer<typeof BatchEntry>;

export const Draft = z.object({
  id: Id,
  /** The tab it was begun from; absent when it stands alone. */
  tabId: z.optional(TabId),
  pageUrl: z.optional(PageAddress),
  accountId: z.optional(Id),
  content: Content,
  original: z.optional(Original),
  /** It may become several posts: `content` is the first, and holds what they share. */
  batch: z.optional(
    z.object({
      /** What further ones from the page begin with. */
      caption: Text(longestWritten),
      title: z.optional(Text(longestWritten)),
      /** Who may see the first, where it differs from the others. */
      privacy: PostSettings.shape.privacy,
      more: List(BatchEntry, mostMedia),
    }),
  ),
  /** Posts that were there while several were wanted: they come back when several are wanted again. */
  aside: z.optional(
    z.object({
      posts: List(BatchEntry, mostMedia),
      /** Their photos went into the one post: only their words wait here. */
      together: z.optional(z.literal(true)),
    }),
  ),
  /** The person wrote in it: from then on the page's words never overwrite theirs. */
  textTouched: z.optional(z.boolean()),
  /** What they answered when the page seemed to be someone else's. */
  rights: z.optional(z.enum(['mine', 'permitted'])),
  createdAt: Moment,
  changedAt: Moment,
});
export type Draft = z.infer<typeof Draft>;

/** The draft that posts were made of, and what of it was not sent: a draft of its own from then on. */
export const SentDraft = z.object({ id: Draft.shape.id, left: z.optional(Draft) });
export type SentDraft = z.infer<typeof SentDraft>;
