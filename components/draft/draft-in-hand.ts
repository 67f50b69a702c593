import type { DraftChange } from '../../lib/drafts/change';
import type { Draft } from '../../lib/drafts/draft';
import { type ErrorData, toErrorData } from '../../lib/errors/app-error';
import type { Port } from '../hooks/port';
import type { DraftTools } from './draft-tools';

/** What lies on the table, and whether it could be kept. */
export interface InHand {
  draft: Draft | undefined;
  /** The last change could not be kept. */
  unkept: ErrorData | undefined;
}

interface Dependencies {
  drafts: Pick<Port['drafts'], 'read' | 'keep' | 'change'>;
  tools: Promise<DraftTools>;
  now: () => number;
}

/** Ferry's own proposals, which it makes again the next time; all else was done by the person. */
const isSuggestion = ({ do: what }: DraftChange): boolean => what.startsWith('suggest-');

export type Hand = ReturnType<typeof createHand>;

/**
 * The draft on the table. Every change leaves this page in the very event that made it, not in an effect after it:
 * whoever closes the popup at any instant loses nothing. It is told as what was done, so that what another page does
 * to the same draft stands beside it; what the other did is read when there is news of it.
 */
export function createHand({ drafts, tools: coming, now }: Dependencies) {
  let state: InHand = { draft: undefined, unkept: undefined };
  let tools: DraftTools | undefined;
  let isKept = false;
  let isTouched = false;
  let changes = 0;
  /** News that came while the draft was being read. */
  let news = 0;
  let reading: Promise<boolean> | undefined;
  const ears = new Set<() => void>();
  void coming.then((loaded) => {
    tools = loaded;
  });

  const show = (change: Partial<InHand>) => {
    state = { ...state, ...change };
    for (const hear of ears) hear();
  };

  const send = async (sent: Promise<unknown>) => {
    try {
      await sent;
      if (state.unkept) show({ unkept: undefined });
    } catch (error) {
      // The next change takes all of it along.
      isKept = false;
      show({ unkept: toErrorData(error) });
    }
  };

  const lay = (draft: Draft, kept: boolean) => {
    isKept = kept;
    isTouched = false;
    show({ draft, unkept: undefined });
  };

  const keep = async () => {
    const { draft } = state;
    if (draft && !isKept) {
      isKept = true;
      await send(drafts.keep(draft));
    }
    return draft;
  };

  /** Reads what is kept until nothing happens meanwhile. */
  const catchUp = async (): Promise<boolean> => {
    for (;;) {
      const id = state.draft?.id;
      if (id === undefined || !isKept) return true;
      const seen = changes + news;
      const found = await drafts.read(id);
      if (state.draft?.id !== id || seen !== changes + news) continue;
      if (found) show({ draft: found });
      return found !== undefined;
    }
  };

  return {
    read: () => state,
    subscribe(hear: () => void) {
      ears.add(hear);
      return () => ears.delete(hear);
    },
    take: lay,
    /** It was sent: nobody writes in it any more while the next one is looked for. */
    clear() {
      isKept = false;
      isTouched = false;
      show({ draft: undefined, unkept: undefined });
    },
    change(wanted: DraftChange) {
      const { draft } = state;
      // Whoever lays a draft here has waited for the tools.
      if (!draft || !tools) return;
      const after = tools.changeDraft(draft, wanted, now());
      if (after === draft) return;
      changes += 1;
      show({ draft: after });
      if (!isSuggestion(wanted)) isTouched = true;
      if (isKept) void send(drafts.change(after.id, wanted));
      // What was suggested is suggested again next time; only the person's own doing is kept.
      else if (!isSuggestion(wanted)) void keep();
    },
    keep,
    isTouched: () => isTouched,
    /** Nobody has done anything to it, here or elsewhere. */
    isBlank: () => !isKept && !isTouched,
    settle() {
      isTouched = false;
    },
    /** Another page did something to a draft. Says whether the one that lies here is still there. */
    hear(draftId: string): Promise<boolean> {
      if (!isKept || state.draft?.id !== draftId) return Promise.resolve(true);
      news += 1;
      reading ??= catchUp()
        // Not read is not gone; the next news reads again.
        .catch(() => true)
        .finally(() => {
          reading = undefined;
        });
      return reading;
    },
  };
}
