import { expect, it } from 'vitest';
import { toErrorData } from '../../../lib/errors/app-error';
import type { Clock } from '../../../lib/platform/clock';
import { createS3 } from '../../../lib/routes/bucket/s3';
import { createHttp } from '../../../lib/tiktok/http';
import { queryVideos } from '../../../lib/tiktok/videos';
import { bucket } from '../routes/bucket/fake-bucket';

const keys = { accessKeyId: 'AKIAPLANTEDKEY', secretAccessKey: 'planted/bucket+secret' };
const token = 'act.planted!4567.va';
const plants = /AKIAPLANTEDKEY|planted|Signature=[0-9a-f]/;
const clock: Clock = { now: () => 0, sleep: () => new Promise(() => {}) };

/** All a console shows of an error: it, its stack, its own fields, and what caused it. */
function spell(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value !== 'object' || value === null || seen.has(value)) return String(value);
  seen.add(value);
  return Reflect.ownKeys(value)
    .map((name) => `${String(name)}=${spell(Reflect.get(value, name), seen)}`)
    .join(';');
}

/** Everything the network can say, careless servers that repeat what they were sent included. */
const answers: Record<string, (said: string) => Response> = {
  'an unknown key': (said) =>
    new Response(`<Error><Code>InvalidAccessKeyId</Code><Message>${said}</Message></Error>`, { status: 403 }),
  'a wrong signature': (said) =>
    new Response(`<Error><Code>SignatureDoesNotMatch</Code><StringToSign>${said}</StringToSign></Error>`, {
      status: 403,
    }),
  'a page': (said) => new Response(`<html>${said}</html>`, { status: 500 }),
  'an envelope': (said) =>
    Response.json({ error: { code: 'access_token_invalid', message: said, log_id: 'L' } }, { status: 401 }),
  'an odd envelope': (said) => Response.json({ error: { code: 'odd', message: said } }, { status: 400 }),
  'a redirect': (said) =>
    new Response(null, { status: 302, headers: { location: `https://a.example/${said}` } }),
};
const toBucket = `${keys.accessKeyId} ${keys.secretAccessKey}`;
const toTikTok = `Bearer ${token}`;

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('it should have failed');
}

const fetches = (said: string) =>
  Object.entries(answers).map(([name, answer]) => [name, async () => answer(encodeURI(said))] as const);
const broken = ['a broken line', async () => Promise.reject(new TypeError('Failed to fetch'))] as const;

it.each([...fetches(toBucket), broken])('%s leaves no key of the bucket in an error', async (_, fetch) => {
  const error = await errorOf(createS3({ ...bucket, keys }, fetch).put('a.jpg', new Blob(['x'])));
  expect(spell(error)).toContain('bucket');
  expect(`${spell(error)} ${JSON.stringify(toErrorData(error))}`).not.toMatch(plants);
});

it.each([...fetches(toTikTok), broken])(
  '%s leaves no token in an error of the engine’s calls',
  async (_, fetch) => {
    const http = createHttp({ fetch, clock, isOnline: () => true });
    const error = await errorOf(queryVideos(http, { token, ids: ['1'] }));
    expect(spell(error)).toContain('AppError');
    expect(`${spell(error)} ${JSON.stringify(toErrorData(error))}`).not.toMatch(plants);
  },
);
