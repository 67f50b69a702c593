import { describe, expect, it } from 'vitest';
import { judgeBucket, judgePublic } from '../../../../lib/routes/bucket/judge';

const xml = (code: string, more = '') => `<?xml version="1.0"?><Error><Code>${code}</Code>${more}</Error>`;

describe('what a bucket says', () => {
  it.each([
    [403, xml('AccessDenied'), 'bucket_denied'],
    [403, xml('InvalidAccessKeyId'), 'bucket_key_unknown'],
    [403, xml('SignatureDoesNotMatch'), 'bucket_secret_wrong'],
    [403, xml('RequestTimeTooSkewed'), 'bucket_clock'],
    [400, xml('AuthorizationHeaderMalformed', '<Region>eu-west-3</Region>'), 'bucket_region'],
    [
      301,
      xml('PermanentRedirect', '<Endpoint>photos.s3.eu-west-3.amazonaws.com</Endpoint>'),
      'bucket_region',
    ],
    [0, '', 'bucket_region'],
    [404, xml('NoSuchBucket'), 'bucket_missing'],
    [503, xml('SlowDown'), 'bucket_busy'],
    [500, '', 'bucket_busy'],
    [403, '<html>', 'bucket_denied'],
    [400, xml('InvalidDigest'), 'bucket_refused'],
  ])('%i %s is %s', (status, body, code) => {
    expect(judgeBucket(status, body, 's3.example')).toMatchObject({ code, facts: { host: 's3.example' } });
  });

  it('names the region it wants', () => {
    const malformed = xml('AuthorizationHeaderMalformed', "<Message>expecting 'eu-west-3'</Message>");
    expect(judgeBucket(400, malformed, 'h').facts.region).toBe('eu-west-3');
  });
});

describe('what the public address says', () => {
  const jpeg = { type: 'basic', status: 200, contentType: 'image/jpeg' };
  it.each([
    [jpeg, undefined],
    [{ ...jpeg, contentType: 'image/jpeg; charset=binary' }, undefined],
    [{ ...jpeg, type: 'opaqueredirect', status: 0 }, 'public_redirects'],
    [{ ...jpeg, status: 302 }, 'public_redirects'],
    [{ ...jpeg, status: 403 }, 'public_denied'],
    [{ ...jpeg, status: 404 }, 'public_missing'],
    [{ ...jpeg, status: 500 }, 'public_broken'],
    [{ ...jpeg, contentType: 'application/octet-stream' }, 'public_type'],
    [{ ...jpeg, contentType: '' }, 'public_type'],
  ])('%j is %s', (answer, code) => {
    expect(judgePublic(answer, 'image/jpeg', 'media.example')?.code).toBe(code);
  });
});
