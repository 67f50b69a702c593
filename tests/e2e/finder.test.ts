import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageFindings } from '../../lib/finder/finding.ts';
import { startSandbox } from '../sandbox/index.ts';
import { type Ferry, launchFerry } from './harness/ferry.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let ferry: Ferry;

beforeAll(async () => {
  sandbox = await startSandbox();
  ferry = await launchFerry({ sandbox });
  // A fresh install opens its own page first, in whatever empty tab there is.
  const welcomed = () => ferry.context.pages().some((page) => page.url().endsWith('options.html'));
  for (let tries = 0; tries < 100 && !welcomed(); tries += 1)
    await new Promise((done) => setTimeout(done, 50));
});
afterAll(async () => {
  await ferry.close();
  await sandbox.close();
});

/** A true toolbar click, then the question that the popup asks. */
async function look(page: Page): Promise<PageFindings> {
  const popup = await ferry.clickToolbar(page);
  const reply = await popup.evaluate(async () => {
    const runtime = Reflect.get(Reflect.get(globalThis, 'chrome'), 'runtime');
    return runtime.sendMessage({ ferry: 'ask', to: 'background', name: 'page.look', body: {} });
  });
  await popup.close();
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.answer;
}

async function lookAt(address: string, first?: (page: Page) => Promise<unknown>): Promise<PageFindings> {
  const page = await ferry.visit(address);
  await first?.(page);
  const found = await look(page);
  await page.close();
  return found;
}

const addresses = ({ findings }: PageFindings) => findings.map(({ urls }) => urls[0]);

describe('a click on the toolbar', () => {
  it('finds the film of a shop first, then its product’s pictures, and nothing that goes well with it', async () => {
    const { findings, material } = await lookAt('https://shop.example/');
    expect(findings[0]).toMatchObject({ kind: 'video', status: 'direct' });
    expect(findings[1]?.urls[0]).toBe('https://shop.example/img/vase-sage.jpg');
    expect(material).toMatchObject({ title: 'Sage tide vase', author: 'Fern & Clay' });
  });

  it('leaves nothing behind: no global, no node, no changed element', async () => {
    const page = await ferry.visit('https://shop.example/');
    const state = () =>
      page.evaluate(() => ({
        globals: Object.getOwnPropertyNames(globalThis).sort(),
        html: document.documentElement.outerHTML,
      }));
    const before = await state();
    await look(page);
    expect(await state()).toEqual(before);
    await page.close();
  });

  it('says so where a page has nothing to post', async () => {
    expect(await lookAt('https://empty.example/')).toMatchObject({ findings: [], notice: 'nothing-found' });
  });

  it('says so on the destination and on the browser’s own pages', async () => {
    expect(await lookAt('chrome://version/')).toMatchObject({ findings: [], notice: 'restricted-page' });
  });
});

describe('a site built as YouTube is', () => {
  it('offers words, thumbnail and the creator’s own file, and never a stream', async () => {
    const found = await lookAt('https://www.youtube.com/watch?v=kilnFilm001');
    expect(found).toMatchObject({ site: 'youtube', videoId: 'kilnFilm001', ownedByViewer: true });
    expect(found.material).toMatchObject({
      title: 'Throwing the tide vase',
      handle: '@fernandclay',
      hashtags: ['pottery', 'tidevase'],
    });
    expect(found.findings.find(({ kind }) => kind === 'video')).toMatchObject({
      status: 'policy-refused',
      urls: [],
      duration: 138,
    });
    expect(JSON.stringify(found)).not.toContain('googlevideo');
  });

  it('speaks of the video in the address after navigating within the app', async () => {
    const found = await lookAt('https://www.youtube.com/watch?v=kilnFilm001', (page) =>
      page.evaluate(() => Reflect.get(globalThis, 'go')('kilnFilm002')),
    );
    expect(found).toMatchObject({
      videoId: 'kilnFilm002',
      material: { title: 'The second firing', hashtags: ['kiln'] },
    });
    expect(found.findings.find(({ kind }) => kind === 'video')?.duration).toBe(61);
  });

  it('knows a Short from the feed', async () => {
    const found = await lookAt('https://www.youtube.com/watch?v=kilnFilm001', (page) =>
      page.evaluate(() => Reflect.get(globalThis, 'go')('kilnShort01')),
    );
    expect(found).toMatchObject({
      videoId: 'kilnShort01',
      material: { hashtags: ['shorts', 'glaze'], url: 'https://www.youtube.com/shorts/kilnShort01' },
    });
  });
});

describe('a site built as Instagram is', () => {
  const post = 'https://www.instagram.com/p/DeFernVase1/';

  it('takes the carousel in its order, with caption and hashtags', async () => {
    const found = await lookAt(post);
    expect(found.site).toBe('instagram');
    expect(found.findings.map(({ kind }) => kind)).toEqual(['photo', 'video', 'photo']);
    expect(addresses(found).map((url) => /([\w-]+)\.(?:jpg|mp4)/.exec(url ?? '')?.[1])).toEqual([
      'vase-sage',
      'turning-vase',
      'vase-pair',
    ]);
    expect(found.material).toMatchObject({ handle: '@fern.clay', hashtags: ['stoneware', 'Porto'] });
    expect(found.findings.every(({ expiresAt }) => expiresAt === 0x7fffffff * 1_000)).toBe(true);
  });

  it('asks the site once for a post that was opened within the app', async () => {
    const found = await lookAt(post, (page) =>
      page.evaluate(() => Reflect.get(globalThis, 'openPost')('DeFernReel2')),
    );
    expect(found.findings).toMatchObject([{ kind: 'video', status: 'direct', duration: 6, width: 720 }]);
    expect(found.material).toMatchObject({ hashtags: ['kiln'], description: 'Steam. #kiln' });
  });
});

describe('corners of the web', () => {
  it('puts the film that plays in the window first', async () => {
    const found = await lookAt('https://corners.example/playing', (page) =>
      page.waitForFunction(() => document.querySelectorAll('video')[1]?.currentTime),
    );
    expect(found.findings[0]).toMatchObject({
      urls: ['https://corners.example/v/turning-vase.mp4'],
      width: 720,
      height: 1280,
    });
    expect(found.findings[0]?.duration).toBeGreaterThan(1);
  });

  it('tells a file held in memory from a stream fed to a player', async () => {
    const found = await lookAt('https://corners.example/blobs', (page) =>
      page.waitForSelector('[data-ready]'),
    );
    const films = found.findings.filter(({ kind }) => kind === 'video');
    expect(films).toMatchObject([{ status: 'blob' }, { status: 'blob', urls: [] }]);
    expect(films[0]?.urls[0]).toMatch(/^blob:https:\/\/corners\.example\//);
  });

  it('looks into open shadow roots, one inside another', async () => {
    const found = await lookAt('https://corners.example/shadow');
    expect(addresses(found)).toEqual([
      'https://corners.example/v/turning-vase.mp4',
      'https://corners.example/i/vase-sage.jpg',
    ]);
  });

  it('knows the pictures of a lazy gallery that were never scrolled to', async () => {
    expect((await lookAt('https://corners.example/lazy')).findings).toHaveLength(8);
  });

  it('takes of an endless feed what stands around the window', async () => {
    const found = await lookAt('https://corners.example/endless', (page) =>
      page.evaluate(() => document.querySelector('#n400')?.scrollIntoView()),
    );
    const seen = addresses(found).map((url) => Number(new URL(url ?? '').searchParams.get('id')));
    expect(seen).toContain(400);
    expect(Math.max(...seen) - Math.min(...seen)).toBeLessThan(200);
  });

  it('looks into frames of the page’s own house, and names those that are closed', async () => {
    const found = await lookAt('https://corners.example/framed');
    expect(addresses(found)).toContain('https://corners.example/v/turning-vase.mp4');
    expect(found.closedFrames).toEqual(['cdn.corners.example']);
  });
});
