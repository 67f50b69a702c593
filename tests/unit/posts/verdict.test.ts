import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../lib/errors/app-error';
import { catalog, type ErrorCode, isErrorCode } from '../../../lib/errors/catalog';
import { judgeFailure } from '../../../lib/posts/verdict';

const now = 1_000_000;
const minute = 60_000;
const judge = (code: ErrorCode, facts = {}, tries = 0) =>
  judgeFailure(new AppError(code, { facts }), tries, now, 0.5);
const codes = Object.keys(catalog).filter(isErrorCode);

describe('what becomes of a post that met an error', () => {
  it.each<ErrorCode>([
    'spam_risk_too_many_posts',
    'reached_active_user_cap',
    'spam_risk_too_many_pending_share',
    'rate_limit_exceeded',
  ])('it waits for a clock at %s, however often', (code) => {
    for (const tries of [0, 5, 50]) expect(judge(code, {}, tries)).toMatchObject({ go: 'again' });
  });

  it('waits as long as TikTok says', () => {
    const verdict = judge('rate_limit_exceeded', { retryAfterMs: 40_000 });
    expect(verdict).toMatchObject({ go: 'again', at: expect.closeTo(now + 41_000, -3) });
  });

  it.each<ErrorCode>(['offline', 'network', 'timeout'])('it outlasts any %s', (code) => {
    const verdict = judge(code, {}, 1_000);
    expect(verdict).toMatchObject({ go: 'again' });
    if (verdict.go === 'again') expect(verdict.at - now).toBeLessThanOrEqual(3 * minute);
  });

  it('tries again after a fault of TikTok’s, and gives up after a while', () => {
    expect(judge('internal_error', {}, 3)).toMatchObject({ go: 'again' });
    expect(judge('internal_error', {}, 12)).toEqual({ go: 'fail' });
  });

  it.each<ErrorCode>(['access_token_invalid', 'invalid_grant', 'scope_not_authorized'])(
    'it waits for the person to reconnect at %s',
    (code) => {
      expect(judge(code)).toMatchObject({ go: 'again' });
    },
  );

  it.each<ErrorCode>([
    'privacy_level_option_mismatch',
    'spam_risk_user_banned_from_posting',
    'media_gone',
    'no_account',
    'unknown_tiktok_error',
  ])('it fails at %s, which time does not mend', (code) => expect(judge(code)).toEqual({ go: 'fail' }));

  it('is never tried again in the past, nor after more than a day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...codes),
        fc.nat(30),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (code, tries, random) => {
          const verdict = judgeFailure(new AppError(code), tries, now, random);
          if (verdict.go === 'fail') return;
          expect(verdict.at).toBeGreaterThan(now);
          expect(verdict.at).toBeLessThanOrEqual(now + 24 * 60 * minute);
        },
      ),
    );
  });
});
