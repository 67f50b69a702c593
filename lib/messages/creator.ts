import * as z from 'zod/mini';
import { Id } from '../platform/bounded';
import { Creator } from '../tiktok/creator';

export const creatorQuestions = {
  /** Always TikTok's fresh word, never an earlier one. */
  'creator.read': { body: z.object({ accountId: Id }), answer: Creator },
};
