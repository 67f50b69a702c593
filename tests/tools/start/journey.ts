import { mkdir, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { authorize, firstRun } from '../../e2e/connect-page.ts';
import { launchFerry } from '../../e2e/harness/ferry.ts';
import type { Sandbox } from '../../sandbox/index.ts';

const root = resolve(import.meta.dirname, '../../..');
const shots = join(root, '.tests', 'start');

/** What a person would do, step by step, each with a picture: connect, look at the shop, post, see it arrive. */
export async function journey(
  sandbox: Sandbox,
  say: (line: string) => void,
  closers: (() => unknown)[],
): Promise<void> {
  await rm(shots, { recursive: true, force: true });
  await mkdir(shots, { recursive: true });
  let steps = 0;
  const step = async (text: string, shoot: (path: string) => Promise<unknown>) => {
    steps += 1;
    const path = join(shots, `${steps}.png`);
    await shoot(path);
    say(`${steps}. ${text}  (${relative(root, path)})`);
  };

  const ferry = await launchFerry({ sandbox, viewport: { width: 1100, height: 820 } });
  closers.push(() => ferry.close());

  const connect = await firstRun(ferry);
  await step('Ferry was installed and opened its set-up.', (path) => connect.page.screenshot({ path }));
  await connect.setUp();
  const consent = await connect.signIn();
  await step("The demo app's key is in; TikTok asks for consent.", (path) => consent.screenshot({ path }));
  await authorize(consent);
  await connect.page.getByRole('article').first().waitFor();
  await step('The account is connected.', (path) => connect.page.screenshot({ path }));

  // Headless cannot press the browser's own prompt; a person is asked once, at the click that needs it.
  await ferry.allowHost('https://*.shop.example/*');
  const shop = await ferry.visit('https://shop.example/');
  await step('A shop is open in a tab.', (path) => shop.screenshot({ path }));
  const popup = await ferry.clickToolbar(shop);
  await popup.waitFor(() => document.querySelector('textarea')?.value);
  await step('A click on Ferry: what the page shows, the caption already written.', popup.screenshot);
  await popup.click('text=It is mine');
  await popup.choose('select', 'PUBLIC_TO_EVERYONE');
  await popup.click('text=Post');
  await popup.waitFor(() => document.querySelector('.post-progress-title')?.textContent);
  await step('Posted. From here on everything may be closed.', popup.screenshot);

  const [published] = await sandbox.control.waitForPublished(1, 60_000);
  if (!published) throw new Error('nothing arrived at TikTok');
  await popup.close();
  const recent = await ferry.clickToolbar(shop);
  await recent.click('text=Recent');
  await recent.click('.post-row');
  await recent.waitFor(() => document.body.textContent?.includes('Open on TikTok'));
  await step('It is on TikTok, and Ferry keeps the link.', recent.screenshot);
  await recent.close();
  say(`\nThe journey is done. Its pictures are in ${relative(process.cwd(), shots) || shots}.`);
}
