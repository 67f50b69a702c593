import * as z from 'zod/mini';
import type { Area } from '../platform/storage';

/** What the person right-clicked, kept until the page is looked at. */
const Focused = z.object({
  src: z.optional(z.string().check(z.maxLength(4_096))),
  link: z.optional(z.string().check(z.maxLength(4_096))),
  at: z.number(),
});

export interface FocusStore {
  put(tabId: number, item: { src?: string | undefined; link?: string | undefined }): Promise<void>;
  /** Gives it once: the next look is about the page again. */
  take(tabId: number): Promise<{ src?: string; link?: string } | undefined>;
}

/** Long enough for a popup to open, short enough not to surprise a later click. */
const lasts = 60_000;

export function createFocus({ session, now }: { session: Area; now: () => number }): FocusStore {
  const keyOf = (tabId: number) => `focus:${tabId}`;
  return {
    async put(tabId, { src, link }) {
      if (!src && !link) return session.remove(keyOf(tabId));
      await session.set(keyOf(tabId), { ...(src ? { src } : {}), ...(link ? { link } : {}), at: now() });
    },
    async take(tabId) {
      const kept = z.safeParse(Focused, await session.get(keyOf(tabId)));
      if (!kept.success) return undefined;
      await session.remove(keyOf(tabId));
      const { at, src, link } = kept.data;
      return now() - at > lasts ? undefined : { ...(src ? { src } : {}), ...(link ? { link } : {}) };
    },
  };
}
