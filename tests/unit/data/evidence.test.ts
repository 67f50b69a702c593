import { describe, expect, it } from 'vitest';
import { auditHealth } from '../../../lib/data/evidence';
import { attempt, post } from './house';

const inbox = (of: ReturnType<typeof post>) => ({
  ...of,
  content: { ...of.content, mode: 'inbox' as const },
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
