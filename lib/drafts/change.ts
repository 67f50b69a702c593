import * as z from 'zod/mini';
import { Count, Figure, Id, List, Text } from '../platform/bounded';
import {
  BatchEntry,
  Content,
  DraftMedia,
  mostMedia,
  Original,
  PostMode,
  PostSettings,
  Slideshow,
} from './draft';

const { caption, title } = Content.shape;
const SomeWords = { caption: z.optional(caption), title: z.optional(title) };
const OneOf = { id: Id };
const AnyOf = { id: z.optional(Id) };
const OnOff = { on: z.boolean() };

/**
 * Everything a person can do to a draft. It is told as what was done and not as what came of it, so that two pages
 * that are open on one draft do not undo each other.
 */
export const DraftChange = z.discriminatedUnion('do', [
  /** A press on something in the grid: a video replaces, photos gather. */
  z.object({ do: z.literal('toggle'), media: DraftMedia }),
  /** Files: photos gather, a video replaces what the page suggested, what cannot be one post becomes several. */
  z.object({
    do: z.literal('add'),
    media: z.readonly(List(DraftMedia, mostMedia)),
    captions: z.optional(z.readonly(List(caption, mostMedia))),
  }),
  /** Whether each picture and video is a post of its own. */
  z.object({ do: z.literal('several'), ...OnOff }),
  /** Those that were set aside are not wanted any more. */
  z.object({ do: z.literal('forget-aside') }),
  z.object({ do: z.literal('write-post'), ...OneOf, ...SomeWords }),
  /** Who may see this one of several; without an answer, those who may see the others. */
  z.object({ do: z.literal('post-privacy'), ...OneOf, privacy: BatchEntry.shape.privacy }),
  z.object({ do: z.literal('remove'), ...OneOf }),
  /** A press on a video that cannot be taken: their own file of it is wanted. */
  z.object({ do: z.literal('want-original'), original: Original }),
  /** The file Ferry takes for it, as long as nothing was chosen. */
  z.object({ do: z.literal('suggest-original'), media: DraftMedia }),
  z.object({ do: z.literal('refuse-original') }),
  /** To another place: a photo among those of a post, or a post among several. */
  z.object({ do: z.literal('move'), ...OneOf, to: Count }),
  z.object({ do: z.literal('cover'), ...OneOf }),
  /** With an id: of that one of several posts. So below. */
  z.object({ do: z.literal('cover-frame'), ms: Figure, ...AnyOf }),
  z.object({ do: z.literal('write'), ...SomeWords }),
  /** Words from the page or a template, which give way to the person's own. */
  z.object({ do: z.literal('suggest-words'), caption, title }),
  /** Photos as one video, the way for those without a web space; or as photos again. */
  z.object({ do: z.literal('slideshow'), ...OnOff }),
  z.object({ do: z.literal('shape-slideshow'), slideshow: Slideshow, ...AnyOf }),
  /** The part of the video that is posted; without one, all of it. */
  z.object({ do: z.literal('trim'), trim: DraftMedia.shape.trim, ...AnyOf }),
  z.object({ do: z.literal('mode'), mode: PostMode }),
  z.object({ do: z.literal('account'), accountId: Id }),
  z.object({ do: z.literal('privacy'), privacy: Text(100) }),
  z.object({
    do: z.literal('allow'),
    what: z.enum(['allowComment', 'allowDuet', 'allowStitch']),
    allowed: PostSettings.shape.allowComment,
  }),
  z.object({ do: z.literal('disclose'), ...OnOff }),
  z.object({ do: z.literal('brand'), what: z.enum(['yourBrand', 'brandedContent']), ...OnOff }),
  z.object({ do: z.literal('mark'), what: z.enum(['aiGenerated', 'autoMusic']), ...OnOff }),
  z.object({ do: z.literal('rights'), answer: z.enum(['mine', 'permitted']) }),
]);
export type DraftChange = z.infer<typeof DraftChange>;
