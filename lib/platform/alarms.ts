import { browser } from './browser';

/** Wake-ups that outlive the worker. The browser may round anything under 30 s up to it. */
export interface Alarms {
  /** Sets the alarm unless it already stands for that time or sooner is asked. */
  set(name: string, at: number): Promise<void>;
  clear(name: string): Promise<void>;
  at(name: string): Promise<number | undefined>;
}

export interface LastingAlarms extends Alarms {
  /**
   * As `set`, and from then on again and again until it is set anew or cleared. An alarm that rings once is used up
   * by ringing, and a worker that dies of what it then does would never wake again.
   */
  keep(name: string, at: number): Promise<void>;
}

export const browserAlarms: LastingAlarms = {
  async set(name, at) {
    const standing = await browser.alarms.get(name);
    if (standing && Math.abs(standing.scheduledTime - at) < 1_000) return;
    browser.alarms.create(name, { when: at });
  },
  async keep(name, at) {
    browser.alarms.create(name, { when: at, periodInMinutes: 0.5 });
  },
  async clear(name) {
    await browser.alarms.clear(name);
  },
  async at(name) {
    return (await browser.alarms.get(name))?.scheduledTime;
  },
};

/** Registered in the first tick, or the alarm that wakes the worker is missed. */
export function onAlarm(wake: (name: string) => void): void {
  browser.alarms.onAlarm.addListener((alarm) => wake(alarm.name));
}

export async function clearAlarms(): Promise<void> {
  await browser.alarms.clearAll();
}
