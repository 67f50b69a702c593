import type { Page } from 'playwright-core';
import type { Sandbox } from '../sandbox/index.ts';
import { type Ferry, type LaunchOptions, launchFerry } from './harness/ferry.ts';

/** An audited app of production: what it posts may be public. */
const app = { key: 'awferrylive0001', secret: 'ferry-live-secret-0001' };

export interface Aboard {
  ferry: Ferry;
  accountId: string;
  /** One of Ferry's own pages, from which questions can be asked. */
  page: Page;
}

/** Ferry with a connected account, set up the way the settings page does it: by the same messages. */
export async function aboard(
  sandbox: Sandbox,
  { as, ...options }: { as?: string } & Omit<LaunchOptions, 'sandbox'> = {},
): Promise<Aboard> {
  sandbox.control.addApp({ clientKey: app.key, clientSecret: app.secret, audited: true });
  const ferry = await launchFerry({ sandbox, ...options });
  const page = await firstPage(ferry);
  await ask(page, 'accounts.changeApp', { clientKey: app.key, secret: app.secret });
  const { address } = await ask<{ address: string }>(page, 'accounts.begin');
  const consent = await ferry.context.newPage();
  const back = consent.waitForRequest((request) => request.url().includes('.chromiumapp.org/'));
  await consent.goto(address);
  if (as) await consent.locator(`[id="user-${as}"]`).check();
  await consent
    .locator('#authorize')
    .click()
    .catch(() => undefined);
  const callback = (await back).url();
  await consent.close();
  const { accountId } = await ask<{ accountId: string }>(page, 'accounts.finish', { callback });
  return { ferry, accountId, page };
}

/** The settings that an installation opens by itself. */
async function firstPage(ferry: Ferry): Promise<Page> {
  const end = Date.now() + 15_000;
  for (;;) {
    const page = ferry.context.pages().find((found) => found.url().endsWith('/options.html'));
    if (page) return page;
    if (Date.now() > end) throw new Error('no settings were opened');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A question to the background, as Ferry's own pages ask it. */
export async function ask<T>(page: Page, name: string, body?: unknown): Promise<T> {
  const reply = await page.evaluate(
    async ([name, body]) => {
      const runtime = Reflect.get(Reflect.get(globalThis, 'chrome'), 'runtime');
      return runtime.sendMessage({ ferry: 'ask', to: 'background', name, body });
    },
    [name, body] as const,
  );
  if (!reply?.ok) throw new Error(`${name}: ${JSON.stringify(reply?.error)}`);
  return reply.answer;
}
