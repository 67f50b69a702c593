import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refreshDueAt, retryDelay, wakeAt } from '../../../lib/accounts/token-times';
import { account } from './fakes';

const living = (seconds: number) => account({ refreshedAt: 0, accessExpiresAt: seconds * 1_000 });

describe('refreshDueAt', () => {
  it.each([
    [86_400, 77_760],
    [7_200, 6_480],
    [3_000, 2_700],
    [1_000, 700],
    [600, 300],
    [100, 50],
    [1, 0.5],
  ])('a token that lives %i s is refreshed after %d s', (life, due) => {
    expect(refreshDueAt(living(life))).toBe(due * 1_000);
  });

  it('always falls within the life, and never before half of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), (life) => {
        const due = refreshDueAt(living(life));
        expect(due).toBeGreaterThanOrEqual(life * 500);
        expect(due).toBeLessThan(life * 1_000);
      }),
    );
  });

  it('is at once when the clock says the token ended before it began', () => {
    expect(refreshDueAt(account({ refreshedAt: 9_000, accessExpiresAt: 1_000 }))).toBe(1_000);
  });
});

describe('waiting after a failure', () => {
  it('starts at half a minute, doubles, and stays under half an hour', () => {
    expect(retryDelay(1, undefined, () => 1)).toBe(30_000);
    expect(retryDelay(2, undefined, () => 1)).toBe(60_000);
    expect(retryDelay(50, undefined, () => 1)).toBe(1_800_000);
    expect(retryDelay(1, undefined, () => 0)).toBe(22_500);
  });

  it('is as long as the server asked for', () => {
    expect(retryDelay(1, 3_600_000, () => 1)).toBe(3_600_000);
  });

  it('moves the wake-up past the time the refresh was due', () => {
    const error = { code: 'network', facts: {} } as const;
    const late = account({ delayed: { error, at: 0, retryAt: 99_999_999, failures: 1 } });
    expect(wakeAt(late)).toBe(99_999_999);
  });
});
