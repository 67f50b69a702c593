import type { RefObject } from 'react';
import { usePort } from '../hooks/port';
import { useNews } from '../hooks/useNews';
import type { DraftInHand } from './useDraft';
import type { Here } from './useFollow';

interface DraftNews {
  hand: DraftInHand;
  here: RefObject<Here | undefined>;
  /** The draft that Ferry began here by itself; undefined once another lies here. */
  begun: RefObject<string | undefined>;
  /** It was sent, or thrown away, on another page. */
  onGone: () => void;
}

/** Several pages of Ferry may be open on one draft: each shows what was done to it on another. */
export function useDraftNews({ hand, here, begun, onGone }: DraftNews): void {
  const { drafts } = usePort();

  useNews(async (news) => {
    if (news.about !== 'drafts') return;
    const lies = () => hand.read().draft?.id;
    if (lies() === news.draftId) {
      if (!(await hand.hear(news.draftId))) onGone();
      return;
    }
    // Begun here and elsewhere, and written in elsewhere: that one is gone on with.
    const mayYield = () => hand.isBlank() && lies() !== undefined && lies() === begun.current;
    if (!mayYield() || !here.current) return;
    const found = await drafts.find(here.current).catch(() => undefined);
    if (found?.id === news.draftId && mayYield()) hand.take(found, true);
  });
}
