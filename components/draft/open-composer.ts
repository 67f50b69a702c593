import type { Account } from '../../lib/accounts/account';
import type { Draft } from '../../lib/drafts/draft';
import { type ErrorData, toErrorData } from '../../lib/errors/app-error';
import type { PageFindings } from '../../lib/finder/finding';
import type { Settings } from '../../lib/settings/settings';
import type { Port } from '../hooks/port';
import { draftTools } from './useDraft';
import type { Here } from './useFollow';

interface Hearing {
  accounts(found: Account[]): void;
  settings(found: Settings): void;
  page(found: PageFindings | undefined): void;
  pageError(error: ErrorData): void;
  draft(draft: Draft, isKept: boolean, from: Here): void;
}

interface Beginning {
  overPage: boolean;
  tabId: number | undefined;
  draftId: string | undefined;
  follows: boolean;
}

/** Asks for all at once and tells each as it comes; the draft needs them all. */
export async function openComposer(
  port: Port,
  { overPage, tabId, draftId, follows }: Beginning,
  hear: Hearing,
): Promise<void> {
  const asked = {
    settings: port.settings.read().then(telling(hear.settings)),
    accounts: port.accounts().then(telling(hear.accounts)),
  };
  try {
    const inFront = tabId !== undefined ? { id: tabId } : overPage ? port.device.tab() : undefined;
    const looked = follows
      ? // Its window's own tab, which the background cannot know.
        Promise.resolve(inFront).then((front) => front && port.look(front.id))
      : inFront && port.look(tabId).then(telling(hear.page));
    const [seen, settings, accounts, tab] = await Promise.all([
      looked?.catch((error) => {
        hear.pageError(toErrorData(error));
        return undefined;
      }),
      asked.settings,
      asked.accounts,
      inFront,
    ]);
    // A page Ferry may not look at is no place for a draft: it stands alone.
    const page = follows && seen?.pageUrl === '' ? undefined : seen;
    const { beginDraft } = await draftTools;
    const lay = (draft: Draft, isKept: boolean) => {
      // One that stays shows the new page and its draft in the same moment.
      if (follows) hear.page(seen);
      hear.draft(draft, isKept, { tabId: tab?.id, pageUrl: page?.pageUrl });
    };
    const kept = draftId
      ? await port.drafts.read(draftId)
      : await port.drafts.find(page ? { tabId: tab?.id, pageUrl: page.pageUrl } : {});
    if (kept) return lay(kept, true);
    const accountId = accounts.find(({ id }) => id === settings.currentAccountId)?.id ?? accounts[0]?.id;
    const begun = { id: crypto.randomUUID(), now: Date.now(), page, settings, accountId };
    lay(beginDraft({ ...begun, ...(page && tab ? { tabId: tab.id } : {}) }), false);
  } catch (error) {
    hear.pageError(toErrorData(error));
  }
}

const telling =
  <T>(tell: (found: T) => void) =>
  (found: T): T => {
    tell(found);
    return found;
  };
