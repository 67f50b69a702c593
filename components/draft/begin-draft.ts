import { firstWords, templateFor } from '../../lib/drafts/caption';
import { type Draft, type PostMode, untouchedSettings } from '../../lib/drafts/draft';
import { originalFor } from '../../lib/drafts/original';
import { mediaFrom } from '../../lib/drafts/page-seen';
import type { PageFindings } from '../../lib/finder/finding';
import type { Settings } from '../../lib/settings/settings';

interface Beginning {
  id: string;
  now: number;
  tabId?: number | undefined;
  page?: PageFindings | undefined;
  settings: Settings;
  accountId?: string | undefined;
}

/** The draft a person finds when Ferry opens: the best thing on the page chosen, its words already written. */
export function beginDraft({ id, now, tabId, page, settings, accountId }: Beginning): Draft {
  const original = page && originalFor(page);
  const best = original ? undefined : page?.findings.find((finding) => mediaFrom(finding, page.pageUrl));
  const chosen = best && page ? mediaFrom(best, page.pageUrl) : undefined;
  const kind = chosen?.kind ?? 'video';
  const words = page
    ? firstWords(templateFor(page.pageUrl, settings), page.material, kind)
    : { title: '', caption: '' };
  return {
    id,
    ...(tabId === undefined ? {} : { tabId }),
    ...(page ? { pageUrl: page.pageUrl } : {}),
    ...(accountId === undefined ? {} : { accountId }),
    ...(original ? { original } : {}),
    content: {
      kind,
      media: chosen ? [chosen] : [],
      ...words,
      mode: modeOf(accountId, settings),
      settings: untouchedSettings,
    },
    createdAt: now,
    changedAt: now,
  };
}

export const modeOf = (accountId: string | undefined, { modes }: Settings): PostMode =>
  (accountId && modes[accountId]) || 'direct';
