import * as z from 'zod/mini';
import { Address, List, Moment, Pixels, Text } from '../platform/bounded';

/** Why a Finding can or cannot be carried as it is. */
export const FindingStatus = z.enum(['direct', 'hls', 'dash', 'blob', 'embed-only', 'policy-refused']);
export type FindingStatus = z.infer<typeof FindingStatus>;

/** One picture or video seen on a page. Parsed again in the background: a page can forge all of it. */
export const Finding = z.object({
  /** Stable within one look at a page: the asset key. */
  id: z.string().check(z.minLength(1), z.maxLength(300)),
  kind: z.enum(['video', 'photo']),
  status: FindingStatus,
  /** Best first, safest last. Empty only when the status says why. */
  urls: List(Address, 8),
  width: z.optional(Pixels),
  height: z.optional(Pixels),
  /** Seconds. */
  duration: z.optional(z.number().check(z.nonnegative(), z.maximum(1_000_000))),
  poster: z.optional(Address),
  alt: z.optional(Text(1_000)),
  /** Where it was seen: a source name such as `video`, `og`, `json-ld`, `img`, or a site's name. */
  from: Text(40),
  /** 0…1: how sure we are that this is what the person came for. */
  confidence: z.number().check(z.minimum(0), z.maximum(1)),
  /** Unix ms after which the addresses are known to stop working. */
  expiresAt: z.optional(Moment),
});
export type Finding = z.infer<typeof Finding>;

/** What a caption can be written from. */
export const CaptionMaterial = z.object({
  title: z.optional(Text(500)),
  description: z.optional(Text(10_000)),
  /** Without the #, in order, deduplicated. */
  hashtags: List(Text(150), 60),
  author: z.optional(Text(200)),
  /** With the @ where the site has handles. */
  handle: z.optional(Text(200)),
  /** The page's lasting address. */
  url: z.optional(Text(4_096)),
});
export type CaptionMaterial = z.infer<typeof CaptionMaterial>;

/** What one look at a page brings back. */
export const PageFindings = z.object({
  pageUrl: Text(8_192),
  /** Name of the site adapter that answered, or `generic`. */
  site: Text(40),
  /** Best first. */
  findings: List(Finding, 700),
  material: CaptionMaterial,
  /** Does the signed-in viewer seem to own this page? Absent where the page does not say. */
  ownedByViewer: z.optional(z.boolean()),
  /** A code for a sentence that explains an empty or partial answer, such as `sign-in-wall`. */
  notice: z.optional(
    z.enum([
      'sign-in-wall',
      'restricted-page',
      'tiktok-itself',
      'off-here',
      'nothing-found',
      'stopped-early',
      'frames-closed',
      'rate-limited',
    ]),
  ),
  /** Hosts of cross-origin frames that could be looked into if the user granted them. */
  closedFrames: z.optional(List(Text(300), 20)),
  /** YouTube only: the id by which the creator's own file is offered instead. */
  videoId: z.optional(Text(64)),
});
export type PageFindings = z.infer<typeof PageFindings>;
