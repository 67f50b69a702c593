import * as z from 'zod/mini';
import { noticeBoard } from '../platform/messaging';

/** News to every open page. Carries ids only: a page that cares asks for the thing itself. */
const Notice = z.discriminatedUnion('about', [
  z.object({ about: z.literal('accounts') }),
  z.object({ about: z.literal('settings') }),
  z.object({ about: z.literal('insights'), accountId: z.string() }),
  z.object({ about: z.literal('drafts'), draftId: z.string() }),
  z.object({ about: z.literal('posts'), postId: z.string() }),
  z.object({
    about: z.literal('progress'),
    postId: z.string(),
    done: z.number(),
    total: z.number(),
    perSecond: z.optional(z.number()),
  }),
]);
export type Notice = z.infer<typeof Notice>;

export const notices = noticeBoard(Notice);
