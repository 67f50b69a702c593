import { AppError } from '../../errors/app-error';
import type { ErrorCode } from '../../errors/catalog';

/** What a bucket's own words mean. */
const meanings: Readonly<Record<string, ErrorCode>> = {
  AccessDenied: 'bucket_denied',
  AllAccessDisabled: 'bucket_denied',
  Forbidden: 'bucket_denied',
  Unauthorized: 'bucket_denied',
  InvalidAccessKeyId: 'bucket_key_unknown',
  InvalidToken: 'bucket_key_unknown',
  ExpiredToken: 'bucket_key_unknown',
  SignatureDoesNotMatch: 'bucket_secret_wrong',
  RequestTimeTooSkewed: 'bucket_clock',
  RequestExpired: 'bucket_clock',
  AuthorizationHeaderMalformed: 'bucket_region',
  PermanentRedirect: 'bucket_region',
  IllegalLocationConstraintException: 'bucket_region',
  NoSuchBucket: 'bucket_missing',
  InvalidBucketName: 'bucket_missing',
  SlowDown: 'bucket_busy',
  ServiceUnavailable: 'bucket_busy',
  InternalError: 'bucket_busy',
};

/** What went wrong when an object was written or deleted, from the answer alone. */
export function judgeBucket(status: number, body: string, host: string): AppError {
  const said = textOf(body, 'Code');
  const region = textOf(body, 'Region') ?? regionIn(textOf(body, 'Endpoint') ?? textOf(body, 'Message'));
  const code = (said === undefined ? undefined : meanings[said]) ?? byStatus(status);
  return new AppError(code, {
    facts: { host, status, ...(region ? { region } : {}), ...(said ? { said: said.slice(0, 60) } : {}) },
  });
}

function byStatus(status: number): ErrorCode {
  if (status === 401 || status === 403) return 'bucket_denied';
  // A bucket that sends elsewhere stands in another region: following would lose the signature.
  if (status === 0 || (status >= 300 && status < 400)) return 'bucket_region';
  if (status === 404) return 'bucket_missing';
  if (status === 429 || status >= 500) return 'bucket_busy';
  return 'bucket_refused';
}

const textOf = (body: string, tag: string) => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(body)?.[1];
const regionIn = (text: string | undefined) => /\b([a-z]{2}(?:-[a-z]+)+-\d)\b/.exec(text ?? '')?.[1];

export interface PublicAnswer {
  /** `opaqueredirect` when a redirect was met and not followed. */
  type: string;
  status: number;
  contentType: string;
}

/** What is wrong with the public address of an object, or undefined when TikTok could take it. */
export function judgePublic(answer: PublicAnswer, expected: string, host: string): AppError | undefined {
  const facts = { host, status: answer.status };
  if (answer.type === 'opaqueredirect' || (answer.status >= 300 && answer.status < 400))
    return new AppError('public_redirects', { facts });
  if (answer.status === 401 || answer.status === 403) return new AppError('public_denied', { facts });
  if (answer.status === 404) return new AppError('public_missing', { facts });
  if (answer.status !== 200 && answer.status !== 206) return new AppError('public_broken', { facts });
  const type = answer.contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== expected) return new AppError('public_type', { facts: { ...facts, type: type || '?' } });
  return undefined;
}
