import { useMemo, useState, useSyncExternalStore } from 'react';
import { usePort } from '../hooks/port';
import { createHand, type Hand, type InHand } from './draft-in-hand';

/** Loaded while the page is being looked at. */
export const draftTools = import('./draft-tools');

export interface DraftInHand extends InHand, Omit<Hand, 'subscribe'> {}

/** The draft on the table of this page. */
export function useDraft(): DraftInHand {
  const { drafts } = usePort();
  const [hand] = useState(() => createHand({ drafts, tools: draftTools, now: () => Date.now() }));
  const { draft, unkept } = useSyncExternalStore(hand.subscribe, hand.read);
  return useMemo(() => ({ ...hand, draft, unkept }), [hand, draft, unkept]);
}
