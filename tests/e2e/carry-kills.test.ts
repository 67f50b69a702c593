import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Submission } from '../../lib/posts/desk.ts';
import { type Board, board } from './carry/board.ts';
import { atStates, inRequests, type KillPoint, nameOf, paddedClip, survive } from './carry/kill.ts';
import {
  clip,
  photosFromUrls,
  shopVideo,
  verifiedPhotos,
  verifiedVideo,
  videoFromFile,
  videoFromUrl,
} from './carry/posts.ts';

let at: Board;
let large: string;

beforeAll(async () => {
  at = await board();
  Object.assign(at.sandbox.control.rules, {
    moderationMs: 0,
    processingMs: 500,
    pendingShares: 1_000,
    dailyPosts: 1_000,
  });
  at.sandbox.control.rules.perMinute.display = 10_000;
  large = await paddedClip(66_000_000);
  await at.ask('settings.change', { verifiedPrefixes: ['https://media.verified.example/'] });
  await at.grant('https://cdn.shop.example/*');
});
afterAll(() => at?.close());

interface Journey {
  make: (accountId: string, caption: string) => Promise<Submission> | Submission;
  points: KillPoint[];
}

const journeys: Record<string, Journey> = {
  'a pulled video': {
    make: (who, caption) => videoFromUrl(who, caption, verifiedVideo),
    points: [
      ...inRequests(['creator_info', 'video.init', 'status'], ['worker']),
      ...atStates(['waiting', 'initiating', 'processing'], ['worker']),
    ],
  },
  'pulled photos': {
    make: (who, caption) => photosFromUrls(who, caption, verifiedPhotos),
    points: inRequests(['creator_info', 'content.init', 'status'], ['worker']),
  },
  'an uploaded file': {
    make: async (who, caption) => videoFromFile(who, caption, await at.stash(clip)),
    points: [
      ...inRequests(['creator_info', 'video.init', 'status'], ['worker', 'both']),
      ...inRequests(['upload'], ['worker', 'hands', 'both']),
      ...atStates(
        ['waiting', 'preparing', 'initiating', 'uploading', 'processing'],
        ['worker', 'hands', 'both'],
      ),
    ],
  },
  'a large file in chunks': {
    make: async (who, caption) => videoFromFile(who, caption, await at.stash(large)),
    points: inRequests(
      [
        ['upload', 1],
        ['upload', 3],
        ['upload', 6],
      ],
      ['worker', 'hands', 'both'],
    ),
  },
  'a video fetched from a page': {
    // Another address each time, or the browser's cache would answer for the site.
    make: (who, caption) => videoFromUrl(who, caption, `${shopVideo}?for=${caption}`),
    points: [
      ...inRequests(['media'], ['worker', 'hands', 'both']),
      ...atStates(['fetching', 'preparing', 'uploading'], ['both']),
    ],
  },
  'a file to the inbox': {
    make: async (who, caption) => videoFromFile(who, caption, await at.stash(clip), { mode: 'inbox' }),
    points: inRequests(['inbox.init', 'upload', 'status'], ['both']),
  },
};

describe.each(Object.entries(journeys))('%s', (_name, { make, points }) => {
  it.each(points.map((point) => [nameOf(point), point] as const))(
    'is published exactly once when we kill %s',
    async (_what, point) => {
      const { state, published } = await survive(at, point, make);
      expect({ state, published }).toEqual({ state: expect.stringMatching(/published|inbox/), published: 1 });
    },
    120_000,
  );
});
