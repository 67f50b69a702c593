import type { BucketPlace } from '../../lib/routes/bucket/bucket';

export type Provider = 'r2' | 'aws' | 'b2' | 'other';
export const providers: readonly Provider[] = ['r2', 'aws', 'b2', 'other'];

/** What an address of theirs looks like. */
export const endpointExamples: Record<Provider, string> = {
  r2: 'https://1a2b3c….r2.cloudflarestorage.com',
  aws: 'https://s3.eu-west-1.amazonaws.com',
  b2: 'https://s3.eu-central-003.backblazeb2.com',
  other: 'https://s3.example.com',
};

export function providerOf({ endpoint }: Pick<BucketPlace, 'endpoint'>): Provider {
  const host = URL.parse(endpoint)?.hostname ?? '';
  if (endpoint === '' || host.endsWith('.r2.cloudflarestorage.com')) return 'r2';
  if (/(^|\.)amazonaws\.com(\.cn)?$/.test(host)) return 'aws';
  return host.endsWith('.backblazeb2.com') ? 'b2' : 'other';
}

export const emptyPlace: BucketPlace = { endpoint: '', region: '', bucket: '', prefix: '', publicBase: '' };
