import { describe, expect, it } from 'vitest';
import { objectUrl, originPattern, publicUrl, unguessableKey } from '../../../../lib/routes/bucket/addresses';
import { type BucketPlace, regionOf, tidyPlace, wrongFields } from '../../../../lib/routes/bucket/bucket';

const place: BucketPlace = {
  endpoint: 'https://acc.r2.cloudflarestorage.com',
  region: 'auto',
  bucket: 'photos',
  prefix: 'tiktok/',
  publicBase: 'https://media.potter.example/tiktok/',
};

describe('where an object is', () => {
  it.each([
    [{}, 'https://acc.r2.cloudflarestorage.com/photos/tiktok/a.jpg'],
    [
      { endpoint: 'https://s3.eu-west-1.amazonaws.com' },
      'https://photos.s3.eu-west-1.amazonaws.com/tiktok/a.jpg',
    ],
    [
      { endpoint: 'https://photos.s3.eu-west-1.amazonaws.com' },
      'https://photos.s3.eu-west-1.amazonaws.com/tiktok/a.jpg',
    ],
    [
      { endpoint: 'https://s3.eu-west-1.amazonaws.com', bucket: 'a.b' },
      'https://s3.eu-west-1.amazonaws.com/a.b/tiktok/a.jpg',
    ],
    [{ endpoint: 'https://minio.home.example:9000/' }, 'https://minio.home.example:9000/photos/tiktok/a.jpg'],
  ])('%j', (change, url) => {
    expect(objectUrl({ ...place, ...change }, 'tiktok/a.jpg')).toBe(url);
  });

  it('is seen by everyone without the folder twice', () => {
    expect(publicUrl(place, 'tiktok/a.jpg')).toBe('https://media.potter.example/tiktok/a.jpg');
  });

  it('needs the leave to talk to both hosts, and no other', () => {
    expect(originPattern({ ...place, endpoint: 'https://minio.home.example:9000' })).toEqual([
      'https://minio.home.example/*',
      'https://media.potter.example/*',
    ]);
  });
});

it('names cannot be guessed, never meet, and end as their type says', () => {
  const keys = Array.from({ length: 500 }, () => unguessableKey(place, 'image/jpeg'));
  expect(new Set(keys).size).toBe(500);
  for (const key of keys) expect(key).toMatch(/^tiktok\/[\w-]{32}\.jpg$/);
  expect(unguessableKey(place, 'image/webp')).toMatch(/\.webp$/);
});

describe('what a person types', () => {
  it('is tidied: https, one slash, a region', () => {
    expect(
      tidyPlace({
        endpoint: 'acc.r2.cloudflarestorage.com/',
        region: '',
        bucket: 'photos',
        prefix: '/tiktok',
        publicBase: 'media.potter.example/tiktok',
      }),
    ).toEqual(place);
  });

  it.each([
    ['https://acc.r2.cloudflarestorage.com', 'auto'],
    ['https://s3.eu-central-003.backblazeb2.com', 'eu-central-003'],
    ['https://s3.eu-west-1.amazonaws.com', 'eu-west-1'],
    ['https://photos.s3.ap-southeast-2.amazonaws.com', 'ap-southeast-2'],
    ['https://minio.home.example', 'us-east-1'],
  ])('%s stands in %s', (endpoint, region) => {
    expect(regionOf(endpoint)).toBe(region);
  });

  it.each<[Partial<BucketPlace>, string[]]>([
    [{}, []],
    [{ endpoint: 'http://acc.r2.cloudflarestorage.com' }, ['endpoint']],
    [{ endpoint: 'https://me:secret@host.example' }, ['endpoint']],
    [{ bucket: 'Photos / mine' }, ['bucket']],
    [{ prefix: '../other/' }, ['prefix']],
    [{ publicBase: 'http://media.potter.example/' }, ['publicBase']],
    [{ publicBase: 'https://192.168.1.4/' }, ['publicBase']],
    [{ publicBase: 'https://media.potter.example/?a=1' }, ['publicBase']],
    [{ publicBase: '' }, ['publicBase']],
  ])('%j is wrong in %j', (change, fields) => {
    expect(wrongFields({ ...place, ...change })).toEqual(fields);
  });
});
