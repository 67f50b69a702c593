import type { Page } from 'playwright-core';
import type { Ferry } from './harness/ferry.ts';

export const demo = { key: 'sbawferrydemo0001', secret: 'ferry-demo-secret-0001' };

/** The settings as a person uses them: by the words on the page. */
export function onConnect(ferry: Ferry, page: Page) {
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  return {
    page,
    button,
    /** Its badge tells what TikTok says of it. */
    step: (number: number) => page.locator('.setup-step').nth(number - 1),
    card: (name: string) => page.getByRole('article', { name }),
    alert: page.getByRole('alert'),
    async enterKeys(key = demo.key, secret = demo.secret) {
      await page.getByLabel('Client key').fill(key);
      await page.getByLabel('Client secret').fill(secret);
      await button('Save and check').click();
    },
    async setUp() {
      await this.enterKeys();
      await page.getByText('TikTok knows this key').waitFor();
    },
    /** Presses what begins a sign-in, and hands over TikTok's page. */
    async signIn(name: string | RegExp = 'Connect TikTok'): Promise<Page> {
      const [opened] = await Promise.all([ferry.context.waitForEvent('page'), button(name).first().click()]);
      await opened.getByRole('heading').first().waitFor();
      return opened;
    },
  };
}
export type ConnectPage = ReturnType<typeof onConnect>;

/** On TikTok's consent page: as whom, and what of it is not allowed. */
export async function authorize(consent: Page, as?: string, without: string[] = []): Promise<void> {
  if (as) await consent.getByRole('radio', { name: `@${as}` }).check();
  for (const scope of without) await consent.locator(`input[value="${scope}"]`).uncheck();
  await consent.getByRole('button', { name: 'Authorize' }).click();
}

/** The settings that an installation opens by itself. */
export async function firstRun(ferry: Ferry): Promise<ConnectPage> {
  const end = Date.now() + 15_000;
  for (;;) {
    const page = ferry.context.pages().find((found) => found.url().endsWith('/options.html'));
    if (page) return onConnect(ferry, page);
    if (Date.now() > end) throw new Error('no settings were opened');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
