import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '../stage/open-stage.mjs';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage?.close());

interface Violation {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}

async function axeOn(page: Page, ...only: string[]): Promise<string[]> {
  const rules = only.length > 0 ? { runOnly: only } : {};
  const found: Violation[] = await page.evaluate(async (wanted) => {
    const here = Reflect.get(globalThis, 'axe');
    return (await here.run(document, { resultTypes: ['violations'], ...wanted })).violations;
  }, rules);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id} ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

/** How many pixels lie beyond the window's side when everything is shown at twice the size. */
async function beyondAtTwice(page: Page): Promise<number> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await page.setViewportSize({ width: Math.round(width / 2), height: Math.round(height / 2) });
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  return content - Math.max(window, 400);
}

interface Seen {
  console: string[];
  light: string[];
  dark: string[];
  beyond: string[];
}

/** Everything there is to see of one state, with one opening of it. */
async function see(name: string, language = 'en'): Promise<Seen> {
  const { page, troubles, close } = await stage.open(name, { language });
  await page.addScriptTag({ content: axe.source });
  const light = await axeOn(page);
  // Dark differs from light in its colours only; none is on its way any more when they are measured.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.evaluate(() => {
    const fading = document.getAnimations().filter((one) => one instanceof CSSTransition);
    return Promise.allSettled(fading.map(({ finished }) => finished));
  });
  const dark = await axeOn(page, 'color-contrast');
  const beyond = await beyondAtTwice(page);
  await close();
  const named = (said: readonly string[]) => said.map((what) => `${name}: ${what}`);
  return {
    console: named(troubles),
    light: named(light),
    dark: named(dark),
    beyond: named(beyond > 0 ? [`${beyond} pixels`] : []),
  };
}

const rightToLeft = [
  'compose-video',
  'compose-carousel',
  'compose-several-mixed',
  'compose-several-cut',
  'compose-film',
  'compose-tags',
  'compose-original-found',
  'recent-list',
  'recent-detail-failed',
  'options-connect-several',
  'options-numbers',
  'options-data-erase',
];
const isSettings = (name: string) => /^(options|help)/.test(name);
const groups = {
  'the posting screen': (name: string) => !isSettings(name),
  'the settings and the help': isSettings,
};

describe.each(Object.entries(groups))('%s in every state', (_, belongs) => {
  const seen: Seen[] = [];
  const all = (what: keyof Seen) => seen.flatMap((one) => one[what]);

  beforeAll(async () => {
    for (const name of stage.names.filter(belongs)) seen.push(await see(name));
  }, 400_000);

  it('was looked at', () => expect(seen.length).toBeGreaterThan(20));
  it('is quiet on the console', () => expect(all('console')).toEqual([]));
  it('is accessible, light', () => expect(all('light')).toEqual([]));
  it('is accessible, dark', () => expect(all('dark')).toEqual([]));
  it('needs no sideways scrolling at twice the size', () => expect(all('beyond')).toEqual([]));

  it('is accessible right to left', async () => {
    for (const name of rightToLeft.filter(belongs)) {
      const { console, light, dark, beyond } = await see(name, 'ar');
      expect([...console, ...light, ...dark, ...beyond]).toEqual([]);
    }
  }, 120_000);
});

it('every screen stands still for those who want no motion', async () => {
  const moving = async (name: string, reducedMotion: 'reduce' | 'no-preference') => {
    const { page, close } = await stage.open(name, { reducedMotion });
    const count = await page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    );
    await close();
    return count;
  };
  // The counting itself works: with motion, something moves.
  expect(await moving('compose-looking', 'no-preference')).toBeGreaterThan(0);
  for (const name of ['compose-looking', 'compose-asking', 'progress-uploading', 'recent-loading']) {
    expect(await moving(name, 'reduce'), name).toBe(0);
  }
}, 120_000);
