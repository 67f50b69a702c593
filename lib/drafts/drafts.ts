import * as z from 'zod/mini';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import type { DraftChange } from './change';
import { changeDraft } from './changes';
import { Draft } from './draft';
import { samePage } from './same-page';

/** Where a draft is looked for: the tab it was begun in, the page it was begun on. Neither: the one standing alone. */
export interface DraftPlace {
  tabId?: number | undefined;
  pageUrl?: string | undefined;
}

export interface Drafts {
  find(place: DraftPlace): Promise<Draft | undefined>;
  read(id: string): Promise<Draft | undefined>;
  /** `by` which page: here and below, the others are told. */
  keep(draft: Draft, by: string): Promise<void>;
  change(id: string, change: DraftChange, by: string): Promise<void>;
  drop(id: string, by: string): Promise<void>;
  /** The tab is gone: its draft stays, to be found again on the same page. */
  releaseTab(tabId: number): Promise<void>;
  /** After a restart tab ids mean other tabs. Drafts nobody touched for a month go. */
  tidy(): Promise<void>;
}

const keptFor = 30 * 24 * 60 * 60 * 1_000;

interface Dependencies {
  database: Promise<Database>;
  clock: Clock;
  tell: (draftId: string, by: string) => void;
}

/**
 * Drafts in the database. Each change is one transaction on what is kept by then: changes that race all arrive, in
 * order, and what two pages do to one draft adds up.
 */
export function createDrafts({ database, clock, tell }: Dependencies): Drafts {
  const all = async (): Promise<Draft[]> => {
    const kept = await (await database).getAll('drafts');
    return kept.flatMap((value) => parsed(value) ?? []).sort((a, b) => b.changedAt - a.changedAt);
  };

  return {
    async find({ tabId, pageUrl }) {
      const here = (await all()).filter((draft) => samePage(draft.pageUrl, pageUrl));
      if (pageUrl === undefined) return here[0];
      return here.find((draft) => draft.tabId === tabId) ?? here.find((draft) => draft.tabId === undefined);
    },

    async read(id) {
      return parsed(await (await database).get('drafts', id));
    },

    async keep(draft, by) {
      const transaction = (await database).transaction('drafts', 'readwrite');
      const standing = parsed(await transaction.store.get(draft.id));
      // Two pages may begin the same draft: the one who wrote last is right.
      if (!standing || standing.changedAt <= draft.changedAt) await transaction.store.put(draft);
      await transaction.done;
      tell(draft.id, by);
    },

    async change(id, change, by) {
      const transaction = (await database).transaction('drafts', 'readwrite');
      const standing = parsed(await transaction.store.get(id));
      if (standing) await transaction.store.put(changeDraft(standing, change, clock.now()));
      await transaction.done;
      tell(id, by);
    },

    async drop(id, by) {
      await (await database).delete('drafts', id);
      tell(id, by);
    },

    async releaseTab(tabId) {
      const transaction = (await database).transaction('drafts', 'readwrite');
      for (const value of await transaction.store.index('tab').getAll(tabId)) {
        const draft = parsed(value);
        if (draft) await transaction.store.put(withoutTab(draft));
      }
      await transaction.done;
    },

    async tidy() {
      const oldest = clock.now() - keptFor;
      const transaction = (await database).transaction('drafts', 'readwrite');
      for (const value of await transaction.store.getAll()) {
        const draft = parsed(value);
        if (!draft || draft.changedAt < oldest) await transaction.store.delete(value.id);
        else if (draft.tabId !== undefined) await transaction.store.put(withoutTab(draft));
      }
      await transaction.done;
    },
  };
}

function parsed(value: unknown): Draft | undefined {
  const draft = z.safeParse(Draft, value);
  return draft.success ? draft.data : undefined;
}

function withoutTab({ tabId: _gone, ...draft }: Draft): Draft {
  return draft;
}
