import { describe, expect, it } from 'vitest';
import { auditHealth, capUse } from '../../../lib/data/evidence';
import { attempt, post } from './house';

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
});

describe('auditHealth', () => {
  const refused = (at: number) =>
    post({
      state: 'failed',
      attempts: [
        attempt({
          endedAt: at,
          error: { code: 'unaudited_client_can_only_post_to_private_accounts', facts: {} },
        }),
      ],
    });

  it('knows nothing before anything happened', () => {
    expect(auditHealth([])).toEqual({ verdict: 'unknown' });
  });

  it('a public post that worked shows the app is audited; one seen by nobody else shows nothing', () => {
    const published = post({ stateSince: 9 });
    const { content } = published;
    const alone = {
      ...published,
      content: { ...content, settings: { ...content.settings, privacy: 'SELF_ONLY' } },
    };
    expect(auditHealth([published])).toEqual({ verdict: 'audited', at: 9 });
    expect(auditHealth([alone])).toEqual({ verdict: 'unknown' });
    expect(auditHealth([inbox(published)])).toEqual({ verdict: 'unknown' });
  });

  it('believes what happened last', () => {
    expect(auditHealth([refused(5)]).verdict).toBe('unaudited');
    expect(auditHealth([refused(5), post({ stateSince: 9 })]).verdict).toBe('audited');
    expect(auditHealth([post({ stateSince: 9 }), refused(12)])).toEqual({ verdict: 'unaudited', at: 12 });
  });
});
