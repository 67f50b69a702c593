import * as z from 'zod/mini';
import { SentDraft } from '../drafts/draft';
import { Id } from '../platform/bounded';
import { CapUse } from '../posts/cap-use';
import { Submission, Word } from '../posts/desk';
import { HistoryQuery } from '../posts/history';
import { Post, PostEvent } from '../posts/post';

const ById = z.object({ id: Id });

export const postQuestions = {
  /** One post or a batch, and the draft it was made of, which goes with it. Answered as soon as they are written down; what becomes of them comes as notices. */
  'posts.submit': {
    body: z.object({
      posts: z.array(Submission).check(z.minLength(1), z.maxLength(100)),
      draft: z.optional(SentDraft),
    }),
    answer: z.array(Post),
  },
  /** Newest first, page by page. */
  'posts.list': {
    body: HistoryQuery,
    answer: z.object({ posts: z.array(Post), cursor: z.optional(z.string()) }),
  },
  'posts.read': {
    body: ById,
    answer: z.nullable(z.object({ post: Post, events: z.array(PostEvent) })),
  },
  /** What Ferry has used of TikTok's caps of a day for this account. */
  'posts.use': { body: z.object({ accountId: Id }), answer: CapUse },
  /** Wished for; whether it could still be stopped shows in what becomes of the post. */
  'posts.cancel': { body: ById, answer: Post },
  /** Another attempt of a failed post. */
  'posts.retry': { body: ById, answer: Post },
  /** The person has looked at TikTok and says whether it is there. */
  'posts.resolveUnknown': { body: z.object({ id: Id, word: Word }), answer: Post },
  /** A page is open: see `attend` in client.ts. */
  'posts.attend': { body: z.void(), answer: z.void() },
};
