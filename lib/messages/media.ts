import * as z from 'zod/mini';
import { MediaSource } from '../drafts/draft';
import { MediaFacts } from '../media/facts';

export const mediaQuestions = {
  /** What a picture or video is. Rejects with an AppError that says why it cannot be read. */
  'media.inspect': { body: z.object({ source: MediaSource }), answer: MediaFacts },
};
