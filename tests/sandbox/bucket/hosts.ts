import { createHash } from 'node:crypto';
import type { HostTable, Reply, Route, SandboxRequest } from '../http.ts';
import { BUCKET, type Bucket } from './bucket.ts';

/** The S3 endpoint, and the part of it that the world may read. */
export function bucketHosts(bucket: Bucket): HostTable {
  return {
    [new URL(BUCKET.endpoint).host]: [
      {
        name: 's3',
        method: '*',
        path: /^\//,
        handle: async (request) => refuse(request) ?? bucket.call(request),
      },
    ],
  };
}

export function relayRoute(bucket: Bucket): Route {
  const { pathname } = new URL(BUCKET.publicBase);
  return {
    name: 'media',
    method: 'GET',
    path: new RegExp(`^${pathname}.`),
    handle: async (request) => {
      const reply = await bucket.read(request.url.pathname.slice(pathname.length), request.method);
      return reply.status === 200
        ? reply
        : { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found' };
    },
  };
}

/** What S3 refuses and the server behind leaves to us: strangers, the wrong region, another time, bytes that are not those signed. */
function refuse(request: SandboxRequest): Reply | null {
  const credential =
    /Credential=([^,\s]+)/.exec(request.headers.authorization ?? '')?.[1] ??
    request.url.searchParams.get('X-Amz-Credential');
  if (!credential) return s3Error(403, 'AccessDenied', 'Access Denied');
  const region = credential.split('/')[2];
  if (region !== BUCKET.region) {
    const expecting = `The authorization header is malformed; the region '${region}' is wrong; expecting '${BUCKET.region}'`;
    return s3Error(400, 'AuthorizationHeaderMalformed', expecting, `<Region>${BUCKET.region}</Region>`);
  }
  const asked = timeOf(String(request.headers['x-amz-date'] ?? request.url.searchParams.get('X-Amz-Date')));
  if (Math.abs(asked - Date.now()) > 15 * 60_000)
    return s3Error(
      403,
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
    );
  const signed = String(request.headers['x-amz-content-sha256'] ?? '');
  const real = createHash('sha256').update(request.body).digest('hex');
  if (/^[0-9a-f]{64}$/.test(signed) && signed !== real) {
    return s3Error(
      400,
      'XAmzContentSHA256Mismatch',
      'The provided x-amz-content-sha256 header does not match.',
    );
  }
  return null;
}

/** `20261121T122738Z` */
const timeOf = (stamp: string) =>
  Date.parse(stamp.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));

function s3Error(status: number, code: string, message: string, more = ''): Reply {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message>${more}</Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}
