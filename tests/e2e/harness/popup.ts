import { writeFile } from 'node:fs/promises';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/** The real toolbar popup. Playwright does not list it among its pages, so it is driven over a nested session. */
export interface Popup {
  evaluate<Args extends unknown[], T>(work: (...args: Args) => T | Promise<T>, ...args: Args): Promise<T>;
  /** Resolves with the first truthy answer. */
  waitFor<Args extends unknown[], T>(look: (...args: Args) => T, ...args: Args): Promise<NonNullable<T>>;
  /** A trusted click, so that it counts as the person's own. `what` is a CSS selector or `text=Post`. */
  click(what: string): Promise<void>;
  /** Replaces what stands in a field, as typing does. */
  fill(selector: string, value: string): Promise<void>;
  /** Chooses an option of a native select by its value. */
  choose(selector: string, value: string): Promise<void>;
  press(key: string, held?: readonly ('Alt' | 'Control' | 'Shift')[]): Promise<void>;
  text(): Promise<string>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
  /** False once the popup has gone, as it does when the person looks elsewhere. */
  isOpen(): Promise<boolean>;
}

const closed = 'the popup has closed';
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false | null>,
  timeout = 15_000,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited ${timeout} ms in vain for ${what}`);
    await pause(25);
  }
}

interface Target {
  targetId: string;
  type: string;
  url: string;
}

async function targetsOf(browser: CDPSession): Promise<Target[]> {
  // An empty filter also lists the tabs, which a toolbar click is aimed at.
  const { targetInfos } = await browser.send('Target.getTargets', { filter: [{}] });
  return targetInfos;
}

async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('the context has no browser');
  return browser.newBrowserCDPSession();
}

/** Which tab target holds this page: the newest that shows its address. */
async function tabOf(browser: CDPSession, page: Page): Promise<string> {
  const tabs = (await targetsOf(browser)).filter(
    (target) => target.type === 'tab' && target.url === page.url(),
  );
  const tab = tabs.at(-1);
  if (!tab) throw new Error(`no tab shows ${page.url()}`);
  return tab.targetId;
}

/** Clicks Ferry's button in the toolbar while `page` is in front: opens the popup and grants activeTab. */
export async function clickToolbar(context: BrowserContext, extensionId: string, page: Page): Promise<Popup> {
  const browser = await browserSession(context);
  await page.bringToFront();
  const before = new Set((await targetsOf(browser)).map((target) => target.targetId));
  await send(browser, 'Extensions.triggerAction', { id: extensionId, targetId: await tabOf(browser, page) });
  const popup = await until('the popup', async () =>
    (await targetsOf(browser)).find(
      (target) =>
        target.type === 'page' &&
        target.url.startsWith(`chrome-extension://${extensionId}/popup.html`) &&
        !before.has(target.targetId),
    ),
  );
  return attach(browser, popup.targetId);
}

/** The side panel that `press` opens. */
export async function openPanel(
  context: BrowserContext,
  extensionId: string,
  press: () => Promise<void>,
): Promise<Popup> {
  const browser = await browserSession(context);
  await press();
  const panel = await until('the side panel', async () =>
    (await targetsOf(browser)).find((target) =>
      target.url.startsWith(`chrome-extension://${extensionId}/compose.html?in=panel`),
    ),
  );
  return attach(browser, panel.targetId);
}

/** Commands newer than Playwright's list of them. */
function send(session: CDPSession, method: string, params: object): Promise<unknown> {
  const call: (method: string, params: object) => Promise<unknown> = session.send.bind(session) as never;
  return call(method, params);
}

export async function attach(browser: CDPSession, targetId: string): Promise<Popup> {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lastId = 0;

  browser.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const message = JSON.parse(event.message);
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) asked?.reject(new Error(message.error.message));
    else asked?.resolve(message.result);
  });
  browser.on('Target.detachedFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    for (const { reject } of waiting.values()) reject(new Error(closed));
    waiting.clear();
  });

  const command = <T>(method: string, params: object = {}): Promise<T> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve: (value) => resolve(value as T), reject });
      const message = JSON.stringify({ id: lastId, method, params });
      browser.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });

  const evaluate: Popup['evaluate'] = async (work, ...args) => {
    const { result, exceptionDetails } = await command<{
      result: { value: never };
      exceptionDetails?: { text: string; exception?: { description?: string } };
    }>('Runtime.evaluate', {
      expression: `(${work})(...${JSON.stringify(args)})`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };

  const waitFor: Popup['waitFor'] = (look, ...args) =>
    until(`${look}`.slice(0, 120), () => evaluate(look, ...args)) as never;

  const key: Popup['press'] = async (name, held = []) => {
    const text = name === 'Enter' ? '\r' : name.length === 1 ? name : undefined;
    const codes: Record<string, number> = {
      Enter: 13,
      Tab: 9,
      Escape: 27,
      ArrowLeft: 37,
      ArrowUp: 38,
      ArrowRight: 39,
      ArrowDown: 40,
      ' ': 32,
      Backspace: 8,
    };
    const bits = { Alt: 1, Control: 2, Shift: 8 };
    const base = {
      modifiers: held.reduce((sum, modifier) => sum + bits[modifier], 0),
      key: name,
      code: name === ' ' ? 'Space' : name,
      // A sign has no key of its own number: # would be End.
      windowsVirtualKeyCode: codes[name] ?? (/^\w$/.test(name) ? name.toUpperCase().charCodeAt(0) : 0),
    };
    await command('Input.dispatchKeyEvent', { type: 'keyDown', ...base, ...(text ? { text } : {}) });
    await command('Input.dispatchKeyEvent', { type: 'keyUp', ...base });
  };

  await waitFor(
    () => document.readyState === 'complete' && document.querySelector('#root')?.firstChild !== null,
  );

  return {
    evaluate,
    waitFor,
    press: key,
    async click(what) {
      const place = await waitFor((wanted: string) => {
        const byText = (text: string) =>
          [
            ...document.querySelectorAll<HTMLElement>(
              'button, a, label, summary, [role=tab], [role=option], [role=button]',
            ),
          ].find(
            (element) =>
              (element.getAttribute('aria-label') ?? element.textContent)?.trim() === text &&
              element.checkVisibility(),
          );
        const element = wanted.startsWith('text=')
          ? byText(wanted.slice(5))
          : document.querySelector<HTMLElement>(wanted);
        if (!element || (element instanceof HTMLButtonElement && element.disabled)) return undefined;
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x, y, width, height } = element.getBoundingClientRect();
        return width > 0 && height > 0 ? { x: x + width / 2, y: y + height / 2 } : undefined;
      }, what);
      const button = { ...place, button: 'left', clickCount: 1 };
      await command('Input.dispatchMouseEvent', { type: 'mousePressed', ...button });
      // A press that goes on in a tab closes the popup before the answer to it can come.
      await command('Input.dispatchMouseEvent', { type: 'mouseReleased', ...button }).catch((error) => {
        if (!String(error).includes(closed)) throw error;
      });
    },
    async fill(selector, value) {
      await waitFor((wanted: string) => {
        const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(wanted);
        field?.focus();
        field?.select();
        return field !== null;
      }, selector);
      if (value === '') await key('Backspace');
      else await command('Input.insertText', { text: value });
    },
    async choose(selector, value) {
      await waitFor(
        (wanted: string, chosen: string) => {
          const select = document.querySelector<HTMLSelectElement>(wanted);
          if (![...(select?.options ?? [])].some((option) => option.value === chosen && !option.disabled))
            return false;
          // React listens to the native setter's change.
          Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, chosen);
          select?.dispatchEvent(new Event('change', { bubbles: true }));
          return true;
        },
        selector,
        value,
      );
    },
    // biome-ignore lint/performance/useDomNodeTextContent: what a person can read, so hidden text must not count
    text: () => evaluate(() => document.body.innerText),
    async screenshot(path) {
      // Right after opening there is no frame to capture yet.
      const data = await until('a frame', () =>
        command<{ data: string }>('Page.captureScreenshot', { format: 'png' }).then(
          (captured) => captured.data,
          () => undefined,
        ),
      );
      await writeFile(path, Buffer.from(data, 'base64'));
    },
    async close() {
      await browser.send('Target.closeTarget', { targetId }).catch(() => undefined);
      await browser.detach().catch(() => undefined);
    },
    isOpen: async () => (await targetsOf(browser)).some((target) => target.targetId === targetId),
  };
}
