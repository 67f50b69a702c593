import { type RefObject, useEffect, useState } from 'react';
import { samePage } from '../../lib/drafts/same-page';
import type { PageFindings } from '../../lib/finder/finding';
import { usePort } from '../hooks/port';

/** What a composer shows: which tab, and which page of it; no page where Ferry may not look. */
export interface Here {
  tabId: number | undefined;
  pageUrl: string | undefined;
}

interface Following {
  /** Only a screen that stays while pages come and go. */
  follows: boolean;
  here: RefObject<Here | undefined>;
  /** Somebody is writing: what is in front of them is not taken away. */
  isBusy: () => boolean;
  /** Shows what is in front. */
  onFollow: () => void;
  /** The same page, with what is on it now. */
  onPage: (page: PageFindings) => void;
}

/**
 * The panel goes with the person from page to page. While something is being written it stays, and says that
 * there is another page to go to. Gives back whether there is.
 */
export function useFollow({ follows, here, isBusy, onFollow, onPage }: Following) {
  const port = usePort();
  const [elsewhere, setElsewhere] = useState(false);

  useEffect(() => {
    if (!follows) return;
    const inFront = async (tabId: number) => {
      if (!isBusy()) return onFollow();
      if (tabId !== here.current?.tabId) return setElsewhere(true);
      const page = await port.look(tabId).catch(() => undefined);
      const same = page !== undefined && samePage(page.pageUrl || undefined, here.current?.pageUrl);
      setElsewhere(!same);
      if (same) onPage(page);
    };
    // A press on Ferry's button lets it read the page, and no event of the browser's tells of that.
    const back = async () => {
      if (here.current?.pageUrl !== undefined) return;
      const tab = await port.device.tab();
      if (tab) await inFront(tab.id);
    };
    const end = port.device.watchFront((tabId) => void inFront(tabId));
    const deaf = port.listen(({ about }) => about === 'page' && void back());
    return () => {
      end();
      deaf();
    };
  }, [follows, here, isBusy, onFollow, onPage, port]);

  return { elsewhere, setElsewhere };
}
