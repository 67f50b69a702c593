import { browser } from './browser';

/** The number on the toolbar button; nothing for none. */
export async function showBadge(count: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#0f766e' });
  await browser.action.setBadgeText({ text: count > 0 ? String(count) : '' });
}
