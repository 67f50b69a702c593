import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Submission } from '../../../lib/posts/desk.ts';
import { type Board, board } from './board.ts';
import { type KillPoint, nameOf, survive } from './kill.ts';

export interface Journey {
  make: (at: Board, accountId: string, caption: string) => Promise<Submission> | Submission;
  points: KillPoint[];
}

/** Each journey once for each of its points, in one browser: somebody is killed there, and it is published once. */
export function sweep(journeys: Readonly<Record<string, Journey>>): void {
  let at: Board;
  beforeAll(async () => {
    at = await board();
    Object.assign(at.sandbox.control.rules, {
      moderationMs: 0,
      processingMs: 500,
      pendingShares: 1_000,
      dailyPosts: 1_000,
    });
    at.sandbox.control.rules.perMinute.display = 10_000;
    await at.allowShop();
  });
  afterAll(() => at?.close());

  describe.each(Object.entries(journeys))('%s', (_name, { make, points }) => {
    it.each(points.map((point) => [nameOf(point), point] as const))(
      'is published exactly once when we kill %s',
      async (_what, point) => {
        const { state, published } = await survive(at, point, (who, caption) => make(at, who, caption));
        expect({ state, published }).toEqual({
          state: expect.stringMatching(/published|inbox/),
          published: 1,
        });
      },
      120_000,
    );
  });
}
