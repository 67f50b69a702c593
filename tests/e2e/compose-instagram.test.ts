import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { aboard, ask } from './aboard.ts';
import { openCompose } from './compose-screen.ts';
import type { Ferry } from './harness/ferry.ts';

const address = 'https://www.instagram.com/p/DeFernVase1/';

let sandbox: Sandbox;
let ferry: Ferry;

beforeAll(async () => {
  sandbox = await startSandbox();
  const joined = await aboard(sandbox);
  ferry = joined.ferry;
  await ask(joined.page, 'settings.change', { ownHandles: ['@fern.clay'] });
});
afterAll(async () => {
  await ferry.close();
  await sandbox.close();
});

describe("the creator's own post on a site built as Instagram is", () => {
  it('shows pictures nobody else may embed, once their host is allowed', async () => {
    const page = await ferry.visit(address);
    await ferry.allowHost('https://scontent.cdninstagram.com/*');
    const screen = await openCompose(ferry, page);
    await screen.until('Show pictures from scontent.cdninstagram.com');
    expect(await screen.count('.tile img')).toBe(0);
    await screen.popup.click('text=Show pictures from scontent.cdninstagram.com');
    await screen.popup.waitFor(() => document.querySelector('.tile img[src^="data:image/"]') !== null);
    expect(await screen.text()).not.toContain('Show pictures');
    await screen.popup.close();
  });

  it('carries a reel that was opened within the app', async () => {
    const page = await ferry.visit(address);
    await page.evaluate(() => Reflect.get(globalThis, 'openPost')('DeFernReel2'));
    const screen = await openCompose(ferry, page);
    await screen.until('#kiln');
    await screen.choosePrivacy('PUBLIC_TO_EVERYONE');
    await screen.post();
    const [published] = await sandbox.control.waitForPublished(1, 40_000);
    expect(published?.postInfo).toMatchObject({ title: expect.stringContaining('#kiln') });
    expect(sandbox.control.published).toHaveLength(1);
    await screen.popup.close();
  });
});
