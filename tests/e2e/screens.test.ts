import axe from 'axe-core';
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

async function violations(name: string, look: Parameters<Stage['open']>[1]): Promise<string[]> {
  const { page, troubles, close } = await stage.open(name, look);
  await page.addScriptTag({ content: axe.source });
  // Dark differs from light in its colours only.
  const rules = look?.colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {};
  const found: Violation[] = await page.evaluate(async (only) => {
    const here = Reflect.get(globalThis, 'axe');
    return (await here.run(document, { resultTypes: ['violations'], ...only })).violations;
  }, rules);
  await close();
  return [
    ...troubles.map((trouble) => `${name}: ${trouble}`),
    ...found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${name}: ${id} ${html.slice(0, 160)} ${failureSummary ?? ''}`),
    ),
  ];
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
  it.each(['light', 'dark'] as const)(
    'is accessible and quiet on the console, %s',
    async (colorScheme) => {
      const found: string[] = [];
      for (const name of stage.names.filter(belongs))
        found.push(...(await violations(name, { colorScheme })));
      expect(found).toEqual([]);
    },
    300_000,
  );

  it('is accessible right to left', async () => {
    const found: string[] = [];
    for (const name of rightToLeft.filter(belongs)) {
      found.push(...(await violations(name, { language: 'ar' })));
    }
    expect(found).toEqual([]);
  }, 120_000);

  it('needs no sideways scrolling at twice the size', async () => {
    for (const name of stage.names.filter(belongs)) {
      const { page, close } = await stage.open(name, { zoom: 2 });
      const [content, window] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      await close();
      expect(content, name).toBeLessThanOrEqual(Math.max(window ?? 0, 400));
    }
  }, 400_000);
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
