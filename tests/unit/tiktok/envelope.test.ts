import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { AppError } from '../../../lib/errors/app-error';
import { judge, judgeFlat } from '../../../lib/tiktok/envelope';
import { errorOf, json, reply } from './replies';

const ok = { code: 'ok', message: '', log_id: 'L1' };

describe('judge', () => {
  const Ids = z.object({ ids: z.array(z.string()) });

  it('hands out the data of an ok envelope', () => {
    expect(judge(json({ data: { ids: ['a'] }, error: ok }), Ids)).toEqual({ ids: ['a'] });
  });

  it('keeps every digit of a 19-digit id', () => {
    const text = '{"data":{"ids":[7301234567890123457]},"error":{"code":"ok"}}';
    expect(judge(reply(text), Ids).ids).toEqual(['7301234567890123457']);
  });

  it('believes the code and not the status: creator_info refuses with HTTP 200', () => {
    const thrown = errorOf(() =>
      judge(json({ data: {}, error: { code: 'spam_risk_too_many_posts', message: 'x', log_id: 'L2' } }), Ids),
    );
    expect([thrown.code, thrown.logId, thrown.facts]).toEqual([
      'spam_risk_too_many_posts',
      'L2',
      { message: 'x' },
    ]);
  });

  it.each(['invalid_param', 'invalid_params'])('reads %s as invalid_params', (code) => {
    expect(errorOf(() => judge(json({ error: { code } }, { status: 400 }), Ids)).code).toBe('invalid_params');
  });

  it('keeps an unknown code and its message, to show them with the log id', () => {
    const thrown = errorOf(() =>
      judge(json({ error: { code: 'new_rule', message: 'No cats.', log_id: 'L3' } }, { status: 400 }), Ids),
    );
    expect(thrown).toMatchObject({
      code: 'unknown_tiktok_error',
      facts: { code: 'new_rule', message: 'No cats.' },
      logId: 'L3',
    });
  });

  it('does not let a server name an error of our own', () => {
    for (const code of ['offline', 'storage_full', 'constructor', '__proto__'])
      expect(errorOf(() => judge(json({ error: { code } }), Ids)).code).toBe('unknown_tiktok_error');
  });

  it.each([
    [401, 'access_token_invalid'],
    [404, 'http_error'],
    [429, 'rate_limit_exceeded'],
    [500, 'internal_error'],
    [503, 'internal_error'],
    [200, 'unexpected_response'],
  ])('goes by the status %i when the body says nothing', (status, code) => {
    expect(errorOf(() => judge(reply('', { status, logId: 'H' }), Ids))).toMatchObject({ code, logId: 'H' });
  });

  it.each([
    ['a page of HTML', '<!doctype html><title>Sign in to Wi-Fi</title>'],
    ['JSON cut short', '{"data":{"ids":["1"]},"error":{"co'],
    ['null', 'null'],
    ['null data', '{"data":null,"error":{"code":"ok"}}'],
    ['a wrong type', '{"data":{"ids":"1"},"error":{"code":"ok"}}'],
    ['a list', '[]'],
    ['an error that is no object', '{"data":{},"error":7}'],
  ])('calls %s an unexpected response', (_what, text) => {
    expect(errorOf(() => judge(reply(text), Ids)).code).toBe('unexpected_response');
  });

  it('does not read a body that was too long to read', () => {
    const whole = json({ data: { ids: [] }, error: ok }, { truncated: true });
    expect(errorOf(() => judge(whole, Ids)).code).toBe('unexpected_response');
  });

  it('passes on how long TikTok wants us to wait', () => {
    const thrown = errorOf(() =>
      judge(json({ error: { code: 'rate_limit_exceeded' } }, { status: 429, retryAfterMs: 7000 }), Ids),
    );
    expect(thrown.facts).toMatchObject({ retryAfterMs: 7000 });
  });
});

describe('judgeFlat', () => {
  const Token = z.object({ access_token: z.string() });

  it('hands out the answer itself', () => {
    expect(judgeFlat(json({ access_token: 'a' }), Token)).toEqual({ access_token: 'a' });
  });

  it.each([200, 400, 401])('finds a flat error whatever the status (%i)', (status) => {
    const body = { error: 'invalid_grant', error_description: 'Code is expired.', log_id: 'L4' };
    expect(errorOf(() => judgeFlat(json(body, { status }), Token))).toMatchObject({
      code: 'invalid_grant',
      logId: 'L4',
    });
  });

  it('finds an enveloped error where a flat one was due', () => {
    const body = { error: { code: 'rate_limit_exceeded', log_id: 'L5' } };
    expect(errorOf(() => judgeFlat(json(body), Token))).toMatchObject({
      code: 'rate_limit_exceeded',
      logId: 'L5',
    });
  });

  it('does not blame an access token that was never shown', () => {
    expect(errorOf(() => judgeFlat(reply('', { status: 401 }), Token)).code).toBe('http_error');
  });

  it('refuses an answer that lacks the token', () => {
    expect(errorOf(() => judgeFlat(json({ log_id: 'L6' }), Token))).toMatchObject({
      code: 'unexpected_response',
      logId: 'L6',
    });
  });
});

it('ends every reply there can be in a value or an AppError', () => {
  const code = fc.oneof(fc.constantFrom('ok', 'internal_error', 'invalid_grant'), fc.string());
  const body = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .record({ data: fc.jsonValue(), error: fc.record({ code, message: fc.jsonValue() }) })
      .map((value) => JSON.stringify(value)),
    fc.record({ error: fc.oneof(code, fc.jsonValue()) }).map((value) => JSON.stringify(value)),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => new TextDecoder().decode(bytes)),
  );
  const schema = z.object({ a: z.string() });
  fc.assert(
    fc.property(body, fc.integer({ min: 100, max: 599 }), fc.nat(200), (text, status, cut) => {
      for (const read of [judge, judgeFlat]) {
        for (const part of [text, text.slice(0, cut)]) {
          try {
            expect(schema.safeParse(read(reply(part, { status }), schema)).success).toBe(true);
          } catch (thrown) {
            if (!(thrown instanceof AppError)) throw thrown;
          }
        }
      }
    }),
    { numRuns: 2_000 },
  );
});
