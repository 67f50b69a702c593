import * as z from 'zod/mini';
import { MediaFacts } from '../media/facts';
import { LookSource } from '../media/look-source';
import { Id } from '../platform/bounded';
import { asker } from '../platform/messaging';

const ByKey = z.object({ key: Id });

/** What the background asks of whoever does the long work. */
export const handsProtocol = {
  'hands.start': { body: ByKey, answer: z.void() },
  'hands.stop': { body: ByKey, answer: z.void() },
  /** A look into a file needs what a worker must not carry: the readers of every container. */
  'hands.look': { body: LookSource, answer: MediaFacts },
};

/** What the hands tell the background; asking wakes it. */
export const handsQuestions = {
  'hands.report': { body: ByKey, answer: z.void() },
};

export const askHands = asker<typeof handsProtocol>('hands', handsProtocol);
