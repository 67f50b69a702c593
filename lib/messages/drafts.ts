import * as z from 'zod/mini';
import { DraftChange } from '../drafts/change';
import { Draft } from '../drafts/draft';
import { Id } from '../platform/bounded';

/** Which page says it: the others hear of it. */
const by = Id;

export const draftQuestions = {
  /** The draft begun in this tab, on this page; without either, the one that stands alone. */
  'drafts.find': {
    body: z.object({ tabId: Draft.shape.tabId, pageUrl: Draft.shape.pageUrl }),
    answer: z.nullable(Draft),
  },
  'drafts.read': { body: z.object({ id: Draft.shape.id }), answer: z.nullable(Draft) },
  'drafts.keep': { body: z.object({ draft: Draft, by }), answer: z.void() },
  'drafts.change': { body: z.object({ id: Draft.shape.id, change: DraftChange, by }), answer: z.void() },
  'drafts.drop': { body: z.object({ id: Draft.shape.id, by }), answer: z.void() },
};
