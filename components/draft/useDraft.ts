import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DraftChange } from '../../lib/drafts/changes';
import type { Draft } from '../../lib/drafts/draft';
import { usePort } from '../hooks/port';

export interface DraftInHand {
  draft: Draft | undefined;
  /** Puts a draft on the table: one found again, or one just begun. */
  take: (draft: Draft, isKept: boolean) => void;
  change: (change: DraftChange) => void;
  /** Keeps even what nobody has changed yet, for another page to go on with. */
  keep: () => Promise<Draft | undefined>;
  /** Whether the person has done something to it since it lies here. */
  isTouched: () => boolean;
  /** Done with it: another may take its place. What was done to it is kept. */
  settle: () => void;
}

/** Not needed to show what the page has: loaded while it is being looked at. */
export const draftTools = import('./draft-tools');

/**
 * The draft on the table. Every change leaves this page in the very event that made it,
 * not in an effect after it: whoever closes the popup at any instant loses nothing.
 */
export function useDraft(): DraftInHand {
  const { drafts } = usePort();
  const [draft, setDraft] = useState<Draft>();
  const current = useRef<Draft>(undefined);
  const kept = useRef(false);
  const touched = useRef(false);
  const tools = useRef<Awaited<typeof draftTools>>(undefined);
  useEffect(() => void draftTools.then((loaded) => (tools.current = loaded)), []);

  const take = useCallback((next: Draft, isKept: boolean) => {
    current.current = next;
    kept.current = isKept;
    touched.current = false;
    setDraft(next);
  }, []);

  const change = useCallback(
    (wanted: DraftChange) => {
      const before = current.current;
      // Whoever lays a draft here has waited for the tools.
      if (!before || !tools.current) return;
      const { changeDraft, diffDrafts } = tools.current;
      const after = changeDraft(before, wanted, Date.now());
      if (after === before) return;
      current.current = after;
      if (!wanted.do.startsWith('suggest-')) touched.current = true;
      if (kept.current) void drafts.change(diffDrafts(before, after));
      // What was suggested is suggested again next time; only the person's own doing is kept.
      else if (!wanted.do.startsWith('suggest-')) {
        kept.current = true;
        void drafts.keep(after);
      }
      setDraft(after);
    },
    [drafts],
  );

  const keep = useCallback(async () => {
    const now = current.current;
    if (now && !kept.current) {
      kept.current = true;
      await drafts.keep(now);
    }
    return now;
  }, [drafts]);

  const isTouched = useCallback(() => touched.current, []);
  const settle = useCallback(() => {
    touched.current = false;
  }, []);

  return useMemo(
    () => ({ draft, take, change, keep, isTouched, settle }),
    [draft, take, change, keep, isTouched, settle],
  );
}
