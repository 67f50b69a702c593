import { browser } from './browser';

export interface Notification {
  /** A second one with the same id takes the first one's place. */
  id: string;
  title: string;
  message: string;
}

export function notify({ id, title, message }: Notification): void {
  const iconUrl = browser.runtime.getURL('/icon/128.png');
  void browser.notifications.create(id, { type: 'basic', iconUrl, title, message });
}

/** Registered in the first tick, or the click that wakes the worker is missed. */
export function onNotificationClick(hear: (id: string) => void): void {
  browser.notifications.onClicked.addListener((id) => {
    void browser.notifications.clear(id);
    hear(id);
  });
}
