import { useCallback, useEffect, useRef, useState } from 'react';
import type { Account } from '../../lib/accounts/account';
import { type ErrorData, toErrorData } from '../../lib/errors/app-error';
import type { PageFindings } from '../../lib/finder/finding';
import type { Settings } from '../../lib/settings/settings';
import { siteOf, turned } from '../../lib/settings/sites';
import { usePort } from '../hooks/port';
import { useNews } from '../hooks/useNews';
import { openComposer } from './open-composer';
import { type DraftInHand, useDraft } from './useDraft';
import { useDraftNews } from './useDraftNews';
import { type Here, useFollow } from './useFollow';

/** Where the composer was opened: over the page in front, or by itself, maybe to go on with a draft. */
export type ComposerPlace =
  /** `follows`: it stays while the person goes from page to page. */
  | { at: 'page'; tabId?: number | undefined; follows?: boolean }
  | { at: 'alone'; draftId?: string | undefined };

export interface Composer extends DraftInHand {
  /** Undefined while it is being looked at. */
  page: PageFindings | undefined;
  pageError: ErrorData | undefined;
  looking: boolean;
  accounts: Account[] | undefined;
  settings: Settings | undefined;
  lookAgain: () => void;
  changeSettings: (change: Partial<Settings>) => void;
  /** Whether Ferry looks at pages of the site in front; looks again as then holds. */
  switchSite: (on: boolean) => void;
  /** A clean sheet after a post: the page is looked at anew. */
  startOver: () => void;
  /** Another page is in front by now, and something is being written about this one. */
  elsewhere: boolean;
}

export function useComposer(place: ComposerPlace): Composer {
  const port = usePort();
  const hand = useDraft();
  const { take, clear, isTouched, settle } = hand;
  const [page, setPage] = useState<PageFindings>();
  const [pageError, setPageError] = useState<ErrorData>();
  const [looking, setLooking] = useState(true);
  const [accounts, setAccounts] = useState<Account[]>();
  const [settings, setSettings] = useState<Settings>();
  const [turn, setTurn] = useState(0);
  const draftId = place.at === 'alone' ? place.draftId : undefined;
  const tabId = place.at === 'page' ? place.tabId : undefined;
  const follows = place.at === 'page' && place.follows === true;
  const here = useRef<Here>(undefined);
  const begun = useRef<string>(undefined);
  const follow = useCallback(() => setTurn((old) => old + 1), []);
  const { elsewhere, setElsewhere } = useFollow({
    follows,
    here,
    isBusy: isTouched,
    onFollow: follow,
    onPage: setPage,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn is a new look
  useEffect(() => {
    let gone = false;
    setLooking(true);
    // Written in since this look began: what was found has to wait.
    const waits = () => follows && isTouched();
    setPageError(undefined);
    openComposer(
      port,
      { overPage: place.at === 'page', tabId, draftId, follows },
      {
        accounts: (found) => !gone && setAccounts(found),
        settings: (found) => !gone && setSettings(found),
        page: (found) => !gone && !waits() && setPage(found),
        pageError: (error) => !gone && setPageError(error),
        draft: (draft, isKept, from) => {
          if (gone) return;
          const busy = waits();
          setElsewhere(busy);
          if (busy) return;
          here.current = from;
          begun.current = isKept ? undefined : draft.id;
          take(draft, isKept);
        },
      },
    ).finally(() => !gone && setLooking(false));
    return () => {
      gone = true;
    };
  }, [port, place.at, tabId, draftId, follows, take, turn]);

  useNews(({ about }) => {
    if (about === 'accounts') port.accounts().then(setAccounts, () => {});
    if (about === 'settings') port.settings.read().then(setSettings, () => {});
  });

  const lookAgain = useCallback(() => {
    settle();
    follow();
  }, [settle, follow]);
  const startOver = useCallback(() => {
    clear();
    follow();
  }, [clear, follow]);
  useDraftNews({ hand, here, begun, onGone: startOver });
  const changeSettings = useCallback(
    (change: Partial<Settings>) => {
      setSettings((old) => old && { ...old, ...change });
      void port.settings.change(change).then(setSettings, () => {});
    },
    [port],
  );

  const address = page?.pageUrl;
  const switchSite = useCallback(
    async (on: boolean) => {
      const site = siteOf(address);
      if (!settings || site === undefined) return;
      try {
        setSettings(await port.settings.change({ offSites: turned(settings.offSites, site, on) }));
        lookAgain();
      } catch (error) {
        setPageError(toErrorData(error));
      }
    },
    [port, address, settings, lookAgain],
  );

  return {
    ...hand,
    page,
    pageError,
    looking,
    accounts,
    settings,
    lookAgain,
    changeSettings,
    switchSite,
    startOver,
    elsewhere,
  };
}
