import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditCsv, auditJson } from '../../../lib/data/audit-trail';
import { createExporter } from '../../../lib/data/exporter';
import { createScrub, removed, scrubDeep, secretsIn } from '../../../lib/data/scrub';
import { createData } from '../../../lib/data/service';
import type { ExportPlace } from '../../../lib/data/shapes';
import { account, attempt, fakeSettings, freshDatabase, post } from './house';

/** As they may look; the last ones have no shape of their own and are known only by where they are kept. */
const secrets = {
  access: 'act.1aB2cD3eF4gH5iJ6kL7mN8oP9qR0sT!4567.va',
  refresh: 'rft.9zY8xW7vU6tS5rQ4pO3nM2lK1jI0hG!1234.va',
  client: 'Xk2pQ9sLw4Zr7TbN1mVc',
  bucketKey: 'AKIAIOSFODNN7EXAMPLE',
  bucketSecret: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  business: 'hunter two is my token',
};
const personal = [
  'Fern Pottery',
  '@fern',
  'fern',
  'Glazing day',
  'shop.example',
  'open-1',
  '7301234567890123457',
];

const everything = Object.values(secrets);
const inAddress = `https://user:${encodeURIComponent(secrets.client)}@shop.example/a.mp4?token=${encodeURIComponent(secrets.access)}&X-Amz-Signature=abcdef0123#${secrets.business}`;
const inWords = everything.join(' and ');

/** A house in which somebody was careless everywhere. */
async function planted() {
  const database = freshDatabase();
  const db = await database;
  await db.put('secrets', { accessToken: secrets.access, refreshToken: secrets.refresh }, 'tokens:open-1');
  await db.put(
    'secrets',
    { clientKey: 'awkey', secret: secrets.client, scopes: ['video.publish'], way: 'window' },
    'app',
  );
  await db.put(
    'secrets',
    { accessKeyId: secrets.bucketKey, secretAccessKey: secrets.bucketSecret },
    'bucket',
  );
  await db.put('secrets', { token: secrets.business, advertiserId: '7' }, 'business');
  const error = {
    code: 'http_error' as const,
    facts: { message: inWords, host: inAddress },
    logId: secrets.access,
  };
  await db.put('accounts', {
    ...account({ avatarUrl: inAddress, trouble: error }),
    accessToken: secrets.access,
  });
  const { content } = post();
  const media = {
    id: secrets.access,
    kind: 'video' as const,
    poster: inAddress,
    alt: inWords,
    source: { from: 'url' as const, urls: [inAddress], pageUrl: inAddress, status: 'direct' as const },
  };
  await db.put('posts', {
    ...post({
      pageUrl: inAddress,
      link: inAddress,
      thumbnail: inAddress,
      error,
      content: { ...content, media: [media], caption: `Glazing day ${inWords}`, title: inWords },
      attempts: [attempt({ uploadUrl: inAddress, error, publishId: secrets.refresh })],
    }),
    authorization: `Bearer ${secrets.access}`,
  });
  await db.put('events', {
    postId: 'post-1',
    at: 1,
    what: inWords,
    error,
    logId: secrets.bucketKey,
    facts: { address: inAddress },
  });
  await db.put('drafts', {
    id: 'd',
    pageUrl: inAddress,
    content: { ...content, media: [media], caption: inWords },
    createdAt: 1,
    changedAt: 1,
  });
  await db.put('videos', {
    id: '1',
    accountId: 'open-1',
    createdAt: 1,
    seenAt: 1,
    title: inWords,
    coverUrl: inAddress,
  });
  await db.put('readings', { accountId: 'open-1', triedAt: 1, error });
  return database;
}

async function outputs() {
  const database = planted();
  const settings = fakeSettings();
  await settings.change({
    captionTemplate: inWords,
    siteTemplates: { [secrets.client]: inAddress },
    ownHandles: everything,
  });
  const page = createExporter({ database, settings: settings.read, ferry: '0.1.0', now: () => 1 });
  const lines: string[] = [];
  let place: ExportPlace | undefined;
  do {
    const found = await page(place);
    lines.push(...found.lines);
    place = found.next;
  } while (place);
  const data = createData({
    database,
    storage: async () => ({ files: { count: 1, bytes: 2 }, posts: 1, drafts: 1, days: 0, videos: 1 }),
    surroundings: {
      ferry: '0.1.0',
      browser: 'Chromium 150',
      language: 'en',
      permissions: async () => ({
        permissions: ['storage'],
        origins: ['https://*.tiktokapis.com/*', 'https://shop.example/*'],
      }),
    },
    now: () => 5,
  });
  const trail = await data.auditTrail();
  return {
    export: lines.join(''),
    'audit trail as CSV': auditCsv(trail),
    'audit trail as JSON': auditJson(trail),
    diagnostics: await data.diagnostics(),
  };
}

describe('what leaves the house', () => {
  it.each(['export', 'audit trail as CSV', 'audit trail as JSON', 'diagnostics'] as const)(
    'the %s holds no secret, however careless somebody was before',
    async (name) => {
      const text = (await outputs())[name];
      expect(text.length).toBeGreaterThan(200);
      for (const secret of everything) {
        expect(text).not.toContain(secret);
        expect(text).not.toContain(encodeURIComponent(secret));
        expect(text).not.toContain(JSON.stringify(secret).slice(1, -1));
        // Not in part either: half a token is a hint.
        expect(text).not.toContain(secret.slice(4, 20));
      }
      expect(text).not.toContain('abcdef0123');
    },
  );

  it('the export still holds what is the person’s own', async () => {
    const { export: text } = await outputs();
    expect(text).toContain('Glazing day');
    expect(text).toContain('Fern Pottery');
    expect(text).toContain('video.publish');
    expect(text).toContain('https://shop.example/a.mp4');
  });

  it('diagnostics hold nothing about the person, and what a helper needs', async () => {
    const { diagnostics } = await outputs();
    for (const own of personal) expect(diagnostics.toLowerCase()).not.toContain(own.toLowerCase());
    expect(diagnostics).toContain('Ferry 0.1.0');
    expect(diagnostics).toContain('Chromium 150');
    expect(diagnostics).toContain('video.publish');
    expect(diagnostics).toContain('http_error');
    expect(diagnostics).toContain('1 published');
    expect(diagnostics).toContain('and 1 sites');
  });
});

describe('createScrub', () => {
  it('finds a secret as it is, in an address, and inside other words', () => {
    const scrub = createScrub(['p&ss w/rd']);
    expect(scrub('say p&ss w/rd!')).toBe(`say ${removed}!`);
    expect(scrub('?a=p%26ss%20w%2Frd&b=1')).toBe(`?a=${removed}&b=1`);
  });

  it.each([
    'Bearer abcdefghijk.lmnop',
    'act.abcdefgh12345678',
    'eyJhbGciOiJIUzI1.eyJzdWIi.c2lnbmF0',
    'https://x.example/?sig=deadbeef',
    'client_secret=deadbeef',
  ])('knows %s without being told', (text) => {
    expect(createScrub([])(text)).toContain(removed);
    expect(createScrub([])(text)).not.toMatch(/deadbeef|abcdefgh|eyJ/);
  });

  it('leaves ordinary words alone', () => {
    const words =
      'The key to a good act: refresh the glaze. Code: none. #token of love, sessions at 5, use code=SPRING10';
    expect(createScrub(['secret-value'])(words)).toBe(words);
  });

  it('whatever the secrets and the text, none of them is left', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 6, maxLength: 30 })),
        fc.array(fc.string()),
        (hidden, around) => {
          const scrub = createScrub(hidden);
          const text = around.map((word, at) => word + (hidden[at] ?? '')).join(' ');
          const left = scrub(text);
          for (const secret of hidden)
            if (!removed.includes(secret)) expect(left.split(removed)).not.toContain(secret);
        },
      ),
    );
  });

  it('reaches every depth of a value, keys included', () => {
    const scrub = createScrub(['s3cret-value']);
    expect(scrubDeep({ a: [{ 's3cret-value': 'x s3cret-value' }], n: 1, b: true, z: null }, scrub)).toEqual({
      a: [{ [removed]: `x ${removed}` }],
      n: 1,
      b: true,
      z: null,
    });
  });
});

describe('secretsIn', () => {
  it('takes what is named like a secret or looks like one, and no word that stands everywhere', () => {
    const app = {
      clientKey: 'awx9m2k4l1',
      secret: 'short',
      scopes: ['user.info.profile', 'video.publish'],
      tokenService: 'https://tokens.example/exchange',
      way: 'window',
      deep: { secretAccessKey: 'abcd', note: 'Zx81Spectrum48KZx81Spectrum' },
    };
    expect(secretsIn(app)).toEqual(['short', 'abcd', 'Zx81Spectrum48KZx81Spectrum']);
  });
});
