import fc from 'fast-check';
import { expect, it } from 'vitest';
import { headerLine, readArchive, sealed } from '../../../lib/data/archive';
import { auditCsv, auditJson } from '../../../lib/data/audit-trail';
import { createExporter } from '../../../lib/data/exporter';
import { createImporter } from '../../../lib/data/importer';
import { createData } from '../../../lib/data/service';
import type { ExportPlace } from '../../../lib/data/shapes';
import { isAppError } from '../../../lib/errors/app-error';
import { bestHours } from '../../../lib/insights/best-hours';
import { growthOf } from '../../../lib/insights/growth';
import { changeOver, seriesOf } from '../../../lib/insights/series';
import { KnownVideo, measures, Snapshot, VideoDay } from '../../../lib/insights/snapshot';
import { thin } from '../../../lib/insights/thin';
import { orderedVideos, videoOrders } from '../../../lib/insights/video-order';
import { PostEvent } from '../../../lib/posts/post';
import { defaultSettings } from '../../../lib/settings/settings';
import { attempt, fakeSettings, freshDatabase, post } from './house';

const error = { code: 'rate_limit_exceeded', facts: { until: 5, message: 'wait' }, logId: 'L' };
const event = {
  postId: 'post-1',
  at: 1,
  what: 'failed',
  attempt: 1,
  error,
  facts: { size: 5, path: '/v2/' },
};
const media = {
  id: 'm',
  kind: 'photo',
  source: { from: 'url', urls: ['https://shop.example/a.jpg'], status: 'direct', expiresAt: 9 },
  width: 3,
  height: 4,
  duration: 5,
  trim: { start: 0, end: 1 },
};
const failed = post({ attempts: [attempt({ size: 5, urls: ['https://shop.example/a.jpg'] })] });
const { content } = failed;
/** One honest record of each kind, with every field there is to spoil. */
const honest: Record<string, unknown>[] = [
  {
    is: 'settings',
    value: { ...defaultSettings, siteTemplates: { 'a.example': 'x' }, offSites: ['b.example'] },
  },
  { is: 'account', value: { id: 'open-1', displayName: 'Fern', scopes: ['video.list'], connectedAt: 1 } },
  {
    is: 'post',
    value: {
      ...failed,
      state: 'failed',
      error,
      scheduledAt: 3,
      link: 'https://t.example/',
      content: { ...content, media: [media] },
    },
    events: [event],
  },
  {
    is: 'draft',
    value: {
      id: 'd',
      content: { ...content, media: [media] },
      createdAt: 1,
      changedAt: 2,
      accountId: 'open-1',
    },
  },
  {
    is: 'snapshot',
    value: {
      accountId: 'open-1',
      day: '2026-11-21',
      takenAt: 5,
      followers: 1,
      likes: 2,
      views: 3,
      viewsSince: 0,
    },
  },
  {
    is: 'video',
    value: { id: '1', accountId: 'open-1', createdAt: 1, seenAt: 5, title: 'a', views: 3, duration: 4 },
  },
  { is: 'growth', value: { accountId: 'open-1', videoId: '1', day: '2026-11-21', takenAt: 5, views: 3 } },
];

type Path = (string | number)[];
const pathsOf = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) => [[...path, key], ...pathsOf(part, [...path, key])])
    : [];

function spoiled(value: unknown, [key, ...rest]: Path, poison: unknown): unknown {
  if (key === undefined) return poison;
  const copy: Record<string, unknown> = { ...Object(value) };
  copy[key] = spoiled(copy[key], rest, poison);
  return Array.isArray(value) ? Object.values(copy) : copy;
}

const poison = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    -1,
    0,
    0.5,
    1e15,
    8.64e15,
    8.64e15 + 1,
    1e300,
    -1e300,
    Number.MAX_SAFE_INTEGER,
    '',
    ' ',
    '0',
    'x'.repeat(300_000),
    '\u0000\ud800',
    '__proto__',
    'javascript:alert(1)',
    '=cmd|calc',
    '9999-12-31',
    '0000-01-01',
    [],
    {},
    [null],
    Array(2_000).fill('a'),
    JSON.parse('{"__proto__":{"polluted":1}}'),
    true,
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const change = fc
  .constantFrom(...honest.keys())
  .chain((at) =>
    fc.tuple(
      fc.constant(at),
      fc.constantFrom(...pathsOf(honest[at]).filter(([first]) => first !== 'is')),
      poison,
    ),
  );

const clock = Date.UTC(2026, 10, 21);

/** Everything that reads what an import left, as the pages do. */
async function readAll(
  database: ReturnType<typeof freshDatabase>,
  settings: ReturnType<typeof fakeSettings>,
) {
  const db = await database;
  const surroundings = {
    ferry: '0.1.0',
    browser: 'Chromium',
    language: 'en',
    permissions: async () => ({ permissions: [], origins: [] }),
  };
  const use = { files: { count: 0, bytes: 0 }, posts: 1, drafts: 1, days: 1, videos: 1 };
  const data = createData({ database, surroundings, storage: async () => use, now: () => clock });
  const rows = await data.auditTrail();
  auditCsv(rows);
  auditJson(rows);
  await data.diagnostics();
  await data.standing('open-1');
  await data.carried('open-1');

  const date = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
  const snapshots = (await db.getAll('snapshots')).map((value) => Snapshot.parse(value));
  for (const measure of measures) {
    const series = seriesOf(snapshots, measure);
    changeOver(series);
    thin(series.values, 400);
    seriesOf(snapshots, measure, { today: '2026-11-21', days: 90 });
  }
  const videos = (await db.getAll('videos')).map((value) => KnownVideo.parse(value));
  for (const video of videos) {
    date.format(video.createdAt);
    new Date(video.createdAt).toISOString();
  }
  for (const order of videoOrders) orderedVideos(videos, { search: 'a', order, among: undefined });
  const { best } = bestHours(videos, clock);
  for (const { lift } of best) expect(lift).not.toBeNaN();
  const days = (await db.getAll('growth')).map((value) => VideoDay.parse(value));
  growthOf(
    videos.map(({ createdAt }) => ({ postedAt: createdAt, days })),
    'views',
  );
  for (const value of await db.getAll('events')) date.format(PostEvent.parse(value).at);

  const page = createExporter({ database, settings: settings.read, ferry: '0.1.0', now: () => clock });
  const lines: string[] = [];
  let place: ExportPlace | undefined;
  do {
    const read = await page(place);
    lines.push(...read.lines);
    place = read.next;
  } while (place);
  await readArchive(await sealed(headerLine(1, '0.1.0'), lines));
}

it('one spoiled field: the file is refused whole, or everything that reads it goes on working, and it can leave again', async () => {
  let taken = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(change, async ([at, path, poisoned]) => {
      const records = honest.map((record, index) =>
        index === at ? spoiled(record, path, poisoned) : record,
      );
      const file = await sealed(
        headerLine(1, '0.1.0'),
        records.map((record) => `${JSON.stringify(record)}\n`),
      );
      const archive = await readArchive(file).catch((thrown: unknown) => {
        expect(isAppError(thrown, 'import_damaged'), String(thrown)).toBe(true);
        return undefined;
      });
      if (!archive) {
        refused += 1;
        return;
      }
      taken += 1;
      const database = freshDatabase();
      const settings = fakeSettings();
      const importer = createImporter({ database, settings });
      await importer.preview(archive.records);
      await importer.merge(archive.records);
      await readAll(database, settings);
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
      (await database).close();
    }),
    { numRuns: 1000 },
  );
  // Both ways were really gone.
  expect(Math.min(taken, refused)).toBeGreaterThan(40);
}, 60_000);
