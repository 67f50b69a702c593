import * as z from 'zod/mini';
import { Draft } from '../drafts/draft';
import { DraftPatch } from '../drafts/patch';

export const draftQuestions = {
  /** The draft begun in this tab, on this page; without either, the one that stands alone. */
  'drafts.find': {
    body: z.object({ tabId: Draft.shape.tabId, pageUrl: Draft.shape.pageUrl }),
    answer: z.nullable(Draft),
  },
  'drafts.read': { body: z.object({ id: Draft.shape.id }), answer: z.nullable(Draft) },
  'drafts.keep': { body: Draft, answer: z.void() },
  'drafts.change': { body: DraftPatch, answer: z.void() },
  'drafts.drop': { body: z.object({ id: Draft.shape.id }), answer: z.void() },
};
