import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteLongIntegers } from '../../../lib/tiktok/long-integers';

describe('quoteLongIntegers', () => {
  it.each([
    ['{"id":7301234567890123457}', '{"id":"7301234567890123457"}'],
    ['[7301234567890123457,-7301234567890123457]', '["7301234567890123457","-7301234567890123457"]'],
    ['{"id":"7301234567890123457"}', '{"id":"7301234567890123457"}'],
    ['{"a":"say \\"7301234567890123457\\" "}', '{"a":"say \\"7301234567890123457\\" "}'],
    ['{"cursor":1760000000000}', '{"cursor":1760000000000}'],
    ['{"ratio":0.12345678901234567890}', '{"ratio":0.12345678901234567890}'],
    ['{"big":1e300}', '{"big":1e300}'],
  ])('%s becomes %s', (before, after) => {
    expect(quoteLongIntegers(before)).toBe(after);
  });

  it('changes nothing that a number can hold', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify(value);
        if (/\d{16}/.test(json)) return;
        expect(quoteLongIntegers(json)).toBe(json);
      }),
    );
  });

  it('gets any long integer back digit by digit, wherever it stands', () => {
    const long = fc.bigInt({ min: 10n ** 15n, max: 10n ** 30n });
    fc.assert(
      fc.property(long, fc.string(), (id, near) => {
        const json = `{"near":${JSON.stringify(near)},"id":${id},"list":[${id}]}`;
        expect(JSON.parse(quoteLongIntegers(json))).toEqual({ near, id: `${id}`, list: [`${id}`] });
      }),
    );
  });

  it('walks hostile text once', () => {
    const hostile = '\\"'.repeat(400_000);
    expect(quoteLongIntegers(hostile)).toBe(hostile);
  });
});
