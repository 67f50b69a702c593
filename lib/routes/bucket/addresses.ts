import type { BucketPlace } from './bucket';

const encodeKey = (key: string) => key.split('/').map(encodeURIComponent).join('/');

/** Where an object is written to. AWS wants the bucket in the host name; all others know it in the path. */
export function objectUrl({ endpoint, bucket }: BucketPlace, key: string): string {
  const url = new URL(endpoint);
  const inHost = url.hostname.startsWith(`${bucket}.`);
  if (!inHost && /(^|\.)amazonaws\.com(\.cn)?$/.test(url.hostname) && !bucket.includes('.'))
    return `${url.protocol}//${bucket}.${url.host}/${encodeKey(key)}`;
  return `${url.href.replace(/\/$/, '')}/${inHost ? '' : `${bucket}/`}${encodeKey(key)}`;
}

/** Where everybody sees it. The public address stands for the folder, so the folder is not repeated. */
export function publicUrl({ publicBase, prefix }: BucketPlace, key: string): string {
  return publicBase + encodeKey(key.slice(prefix.length));
}

/** The one host permission that writing needs. */
export function originPattern(place: BucketPlace): string[] {
  const hosts = [new URL(objectUrl(place, 'x')).host, new URL(place.publicBase).host];
  return [...new Set(hosts)].map((host) => `https://${host.replace(/:\d+$/, '')}/*`);
}

/** 192 bits: nobody finds a photo by trying names, and two never meet. */
export function unguessableKey({ prefix }: BucketPlace, type: 'image/jpeg' | 'image/webp'): string {
  const random = crypto.getRandomValues(new Uint8Array(24));
  const name = btoa(String.fromCharCode(...random))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
  return `${prefix}${name}.${type === 'image/webp' ? 'webp' : 'jpg'}`;
}
