import * as z from 'zod/mini';
import { Text } from '../../platform/bounded';

/** A pasted line, as long as the longest of addresses and keys. */
const Trimmed = z.pipe(
  Text(2_000),
  z.transform((text) => text.trim()),
);

/** Where the person's own web space is, without the keys to it: may be shown. */
export const BucketPlace = z.object({
  /** `https://….r2.cloudflarestorage.com`, `https://s3.eu-west-1.amazonaws.com`, any S3-compatible address. */
  endpoint: Trimmed,
  region: Trimmed,
  bucket: Trimmed,
  /** A folder inside it, `photos/`; may be empty. */
  prefix: Trimmed,
  /** The https address under which everybody, and so TikTok, sees that folder. */
  publicBase: Trimmed,
});
export type BucketPlace = z.infer<typeof BucketPlace>;

/** Never in a setting, an answer, a log, an error or an export. */
export const BucketKeys = z.object({ accessKeyId: Trimmed, secretAccessKey: Trimmed });
export type BucketKeys = z.infer<typeof BucketKeys>;

export const Bucket = z.object({ place: BucketPlace, keys: BucketKeys });
export type Bucket = z.infer<typeof Bucket>;

/** The fields of a place, for saying which of them is wrong. */
export type PlaceField = keyof BucketPlace;

const names = /^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/i;

/** The fields that cannot be right, before anything is tried. */
export function wrongFields({ endpoint, bucket, publicBase, prefix }: BucketPlace): PlaceField[] {
  const wrong: PlaceField[] = [];
  if (!httpsUrl(endpoint)) wrong.push('endpoint');
  if (!names.test(bucket)) wrong.push('bucket');
  if (/(^|\/)\.\.?(\/|$)|[?#\\]/.test(prefix)) wrong.push('prefix');
  const base = httpsUrl(publicBase);
  if (!base || base.search || base.hash || isAddress(base.hostname)) wrong.push('publicBase');
  return wrong;
}

/** As it is kept: with https where none was written, one slash where one belongs, and a region. */
export function tidyPlace(place: BucketPlace): BucketPlace {
  const endpoint = withScheme(place.endpoint).replace(/\/+$/, '');
  const prefix = place.prefix.replace(/^\/+|\/+$/g, '');
  return {
    endpoint,
    region: place.region || regionOf(endpoint),
    bucket: place.bucket,
    prefix: prefix && `${prefix}/`,
    publicBase: place.publicBase && `${withScheme(place.publicBase).replace(/\/+$/, '')}/`,
  };
}

const withScheme = (address: string) =>
  address === '' || /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`;

/** Most providers write the region into the address; where they do not, `auto` or AWS's first is the usual. */
export function regionOf(endpoint: string): string {
  const host = httpsUrl(endpoint)?.hostname ?? '';
  if (host.endsWith('.r2.cloudflarestorage.com')) return 'auto';
  return /(?:^|\.)s3[.-]([a-z]+-[a-z]+-?\d+)\./.exec(host)?.[1] ?? 'us-east-1';
}

function httpsUrl(address: string): URL | undefined {
  const url = URL.parse(address);
  return url?.protocol === 'https:' && !url.username ? url : undefined;
}

/** TikTok fetches from named hosts only. */
const isAddress = (host: string) => /^[\d.]+$/.test(host) || host.startsWith('[') || host === 'localhost';
