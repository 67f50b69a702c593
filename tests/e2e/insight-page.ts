import type { Page } from 'playwright-core';
import { headerLine, recordLine, sealed } from '../../lib/data/archive.ts';
import type { ExportRecord } from '../../lib/data/records.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { authorize, firstRun } from './connect-page.ts';
import type { Ferry } from './harness/ferry.ts';

/** Opens a section of the settings in a tab of its own. */
export async function openSection(ferry: Ferry, section: string): Promise<Page> {
  const page = await ferry.open(`options.html#${section}`);
  await page.getByRole('navigation').waitFor();
  return page;
}

/** Connects the sandbox's potter, with what she allows. */
export async function connectFern(ferry: Ferry, without: string[] = []): Promise<void> {
  const connect = await firstRun(ferry);
  await connect.setUp();
  await authorize(await connect.signIn(), 'fern.and.clay', without);
  await connect.card('Fern & Clay').waitFor();
  await connect.page.close();
}

const dayOf = (at: number) => {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

type History = ReturnType<Sandbox['control']['giveHistory']>;

/** What Ferry would have written down, had it been there every day but those in `missed`; as a file to import. */
export async function historyFile(
  history: History,
  accountId: string,
  missed: readonly number[] = [],
): Promise<string> {
  const records: ExportRecord[] = [];
  const posted = new Map<string, number>();
  history.days.forEach(({ at, followers, following, likes, videoCount, videos }, index) => {
    for (const { id } of videos) if (!posted.has(id)) posted.set(id, index);
    if (missed.includes(index)) return;
    const stamp = { accountId, day: dayOf(at), takenAt: at };
    const views = videos.reduce((sum, video) => sum + video.views, 0);
    records.push({
      is: 'snapshot',
      value: { ...stamp, followers, following, likes, videos: videoCount, views, viewsSince: 0 },
    });
    // Growth is kept of the newest hundred.
    for (const { id, ...numbers } of videos.slice(-100)) {
      if (index - (posted.get(id) ?? 0) > 60) continue;
      records.push({ is: 'growth', value: { ...stamp, videoId: id, ...numbers } });
    }
  });
  return sealed(headerLine(history.days.at(-1)?.at ?? 0, '0.1.0'), records.map(recordLine));
}

/** The id under which Ferry knows the only account. */
export const accountIdOf = async (page: Page): Promise<string> =>
  (await page.locator('[data-account]').first().getAttribute('data-account')) ?? '';

export async function importFile(page: Page, text: string, name = 'ferry-export.jsonl'): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/jsonl', buffer: Buffer.from(text) });
}
