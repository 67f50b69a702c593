import * as z from 'zod/mini';
import { Draft } from '../drafts/draft';
import { KnownVideo, Snapshot, VideoDay } from '../insights/snapshot';
import { Id, List, Moment, Text } from '../platform/bounded';
import { Post, PostEvent } from '../posts/post';
import { isEnd } from '../posts/transitions';
import { Settings } from '../settings/settings';

/** What an export says of an account: enough to know it again, nothing that could act for it. */
export const ExportedAccount = z.object({
  id: Id.check(z.minLength(1)),
  displayName: Text(300),
  username: z.optional(Text(200)),
  scopes: List(Text(200), 100),
  connectedAt: Moment,
});
export type ExportedAccount = z.infer<typeof ExportedAccount>;

/** Only what has ended: a post under way belongs to the device that carries it. */
const FinishedPost = Post.check(z.refine(({ state, open }) => isEnd(state) && open === undefined));

/** Everything an export may hold, one record a line. */
export const ExportRecord = z.discriminatedUnion('is', [
  z.object({ is: z.literal('settings'), value: Settings }),
  z.object({ is: z.literal('account'), value: ExportedAccount }),
  z.object({ is: z.literal('post'), value: FinishedPost, events: List(PostEvent, 50_000) }),
  z.object({ is: z.literal('draft'), value: Draft }),
  z.object({ is: z.literal('snapshot'), value: Snapshot }),
  z.object({ is: z.literal('video'), value: KnownVideo }),
  z.object({ is: z.literal('growth'), value: VideoDay }),
]);
export type ExportRecord = z.infer<typeof ExportRecord>;
export type RecordKind = ExportRecord['is'];

export const recordKinds = [
  'settings',
  'account',
  'post',
  'draft',
  'snapshot',
  'video',
  'growth',
] as const satisfies readonly RecordKind[];
