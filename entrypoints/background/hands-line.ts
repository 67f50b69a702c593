import type { MediaFacts } from '../../lib/media/facts';
import type { LookSource } from '../../lib/media/look-source';
import { askHands } from '../../lib/messages/hands';
import { handsHere, looksHere } from '../../lib/messages/hands-here';
import { whileAwake } from '../../lib/platform/awake';
import { isFirefox } from '../../lib/platform/browser';
import type { Database } from '../../lib/platform/database';
import { isOffscreenOpen, openOffscreen } from '../../lib/platform/offscreen';
import type { HandsLine } from '../../lib/posts/parts';

/** In Chrome the hands are another page, asked by message: it lives on while this worker sleeps. */
const throughOffscreen: HandsLine = {
  async start(key) {
    await openOffscreen();
    try {
      await askHands('hands.start', { key });
    } catch {
      // It was just leaving for want of work: once more, with a new one.
      await openOffscreen();
      await askHands('hands.start', { key });
    }
  },
  async stop(key) {
    if (await isOffscreenOpen()) await askHands('hands.stop', { key });
  },
};

/** Firefox has no such page: the background does it, and keeps itself awake meanwhile. */
function inThisPage(database: Promise<Database>, report: (key: string) => void): HandsLine {
  const waiting = new Map<string, () => void>();
  const hands = handsHere(database, (key) => {
    waiting.get(key)?.();
    waiting.delete(key);
    report(key);
  });
  return {
    async start(key) {
      if (!waiting.has(key)) void whileAwake(() => new Promise<void>((done) => waiting.set(key, done)));
      hands.start(key);
    },
    async stop(key) {
      hands.stop(key);
    },
  };
}

/** Asks the page with the readers; it may just be leaving for want of work, so once more with a new one. */
async function lookThroughOffscreen(source: LookSource): Promise<MediaFacts> {
  await openOffscreen();
  try {
    return await askHands('hands.look', source);
  } catch (error) {
    if (await isOffscreenOpen()) throw error;
    await openOffscreen();
    return askHands('hands.look', source);
  }
}

export const looker = (database: Promise<Database>): ((source: LookSource) => Promise<MediaFacts>) =>
  isFirefox ? looksHere(database) : lookThroughOffscreen;

export const handsLine = (database: Promise<Database>, report: (key: string) => void): HandsLine =>
  isFirefox ? inThisPage(database, report) : throughOffscreen;
