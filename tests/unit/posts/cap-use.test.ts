import { describe, expect, it } from 'vitest';
import { capUse } from '../../../lib/posts/cap-use';
import { attempt, post } from '../data/house';

const hour = 3_600_000;
const now = 100 * hour;
const sent = (hoursAgo: number, more = {}) =>
  post({ attempts: [attempt({ initiatedAt: now - hoursAgo * hour, ...more })] });
const inbox = (of: ReturnType<typeof post>) => ({
  ...of,
  content: { ...of.content, mode: 'inbox' as const },
});

describe('capUse', () => {
  it('counts what TikTok took within the last day, each kind for itself', () => {
    const use = capUse([sent(1), sent(23), sent(25), inbox(sent(2))], now);
    expect(use.posts).toEqual({ used: 2, limit: 15, freesAt: now + hour });
    expect(use.pending).toEqual({ used: 1, limit: 5, freesAt: now + 22 * hour });
  });

  it('does not count what never began, failed or was cancelled', () => {
    const unsent = post({ attempts: [{ ...attempt(), publishId: undefined } as never] });
    const failed = sent(1, { error: { code: 'internal', facts: {} } });
    expect(capUse([unsent, failed, { ...sent(1), state: 'cancelled' }], now).posts).toEqual({
      used: 0,
      limit: 15,
    });
  });

  it('counts each attempt that TikTok took, not each post', () => {
    const twice = post({
      attempts: [attempt({ initiatedAt: now - hour }), attempt({ number: 2, initiatedAt: now })],
    });
    expect(capUse([twice], now).posts.used).toBe(2);
  });

  it('counts what is still to be sent where what comes after it is judged, and what ended not', () => {
    const waiting = post({ state: 'waiting', attempts: [] });
    const uploading = post({ state: 'uploading', attempts: [attempt({ initiatedAt: now })] });
    const posts = [waiting, uploading, { ...waiting, state: 'cancelled' as const }];
    expect(capUse(posts, now).posts.used).toBe(1);
    expect(capUse(posts, now, { onTheWay: true }).posts.used).toBe(2);
  });
});
