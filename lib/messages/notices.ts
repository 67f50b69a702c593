import * as z from 'zod/mini';
import { Count, Id } from '../platform/bounded';
import { noticeBoard } from '../platform/messaging';

/** News to every open page. Carries ids only: a page that cares asks for the thing itself. */
const Notice = z.discriminatedUnion('about', [
  z.object({ about: z.literal('accounts') }),
  z.object({ about: z.literal('settings') }),
  /** The popup was opened over a page: whoever stays beside it may look at it too. */
  z.object({ about: z.literal('page') }),
  z.object({ about: z.literal('insights'), accountId: Id }),
  /** A draft was kept, changed or dropped `by` one of the pages, which knows it already. */
  z.object({ about: z.literal('drafts'), draftId: Id, by: Id }),
  z.object({ about: z.literal('posts'), postId: Id }),
  z.object({
    about: z.literal('progress'),
    postId: Id,
    done: Count,
    total: Count,
    perSecond: z.optional(Count),
  }),
]);
export type Notice = z.infer<typeof Notice>;

export const notices = noticeBoard(Notice);
