import { browser } from './browser';

const page = '/offscreen.html';
let opening: Promise<void> | undefined;

/** Chrome's page without a window: it lives on while the worker sleeps, and has a document. One at a time. */
export function openOffscreen(): Promise<void> {
  opening ??= open().finally(() => {
    opening = undefined;
  });
  return opening;
}

export async function isOffscreenOpen(): Promise<boolean> {
  const found = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  return found.length > 0;
}

async function open(): Promise<void> {
  if (await isOffscreenOpen()) return;
  await browser.offscreen.createDocument({
    url: page,
    reasons: ['BLOBS'],
    justification: 'Fetching, converting and sending large media takes longer than a worker may live.',
  });
}
