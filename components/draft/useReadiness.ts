import { useMemo } from 'react';
import type { Account } from '../../lib/accounts/account';
import { canPost, type Look, preflight } from '../../lib/media/preflight';
import type { PreflightLine } from '../../lib/media/preflight-line';
import { blocksPosting, type WhyNot, whyNotPost } from '../../lib/posts/audit';
import type { Content } from '../../lib/posts/draft';
import { type Ownership, ownershipOf } from '../../lib/posts/rights';
import { useFormats } from '../hooks/useFormats';
import { useWords } from '../hooks/useWords';
import type { Composer } from './useComposer';
import { type CreatorAnswer, useCreator } from './useCreator';
import { useLooks } from './useLooks';
import { useWay } from './useWay';

export interface Readiness {
  answer: CreatorAnswer;
  ownership: Ownership | undefined;
  lines: PreflightLine[];
  looks: Look[];
  looking: boolean;
  reasons: WhyNot[];
  /** How the media will travel, in one line. */
  route: string | undefined;
  lookAgain: () => void;
  /** Addresses whose hosts the person has to allow before Ferry can read them. */
  toFetch: string[];
}

/** Said where the person writes, next to the field; not again among the checks. */
const saidElsewhere = new Set(['nothing', 'caption-long', 'title-long']);
/** Not reached usually means not allowed yet: that is a question, not a failure. */
const wantsLeave: ReadonlySet<string> = new Set(['media_unreachable', 'media_forbidden']);
const askLeave = { key: 'compose_check_leave', remedies: ['grant-site'] } as const;
const nothing: readonly never[] = [];

/** Whether this draft may go, and everything that stands in its way. */
export function useReadiness({ draft, page, accounts, settings }: Composer): Readiness {
  const account = accounts?.find(({ id }) => id === draft?.accountId);
  const content = draft?.content;
  const answer = useCreator(account?.id);
  const { looks, looking, lookAgain } = useLooks(content?.media ?? nothing);
  const { choice, toFetch } = useWay(content, settings?.verifiedPrefixes);
  const route = useRouteLine(choice, looks);

  const ownership = useMemo(() => {
    const fromPage = draft?.content.media.some(({ source }) => source.from === 'url');
    if (!fromPage || !settings) return undefined;
    const { handle, author } = page?.material ?? {};
    const pageUrl = page?.pageUrl ?? draft?.pageUrl;
    return ownershipOf({ pageUrl, handle, author, ownedByViewer: page?.ownedByViewer }, settings.ownHandles);
  }, [draft?.content.media, draft?.pageUrl, page, settings]);

  if (!content)
    return { answer, ownership, lines: [], looks, looking, lookAgain, reasons: [], route, toFetch };
  const lines = checked(content, looks, answer, account, choice !== undefined);
  const reasons = whyNotPost({
    content,
    accountId: account?.id,
    creator: answer.creator,
    creatorBlocked: blocksPosting(answer.error?.code, content.mode),
    askRightsOf: ownership?.whose === 'unknown' && !draft.rights ? ownership.owner : undefined,
    unfit: !canPost(lines),
  });
  return { answer, ownership, lines, looks, looking, lookAgain, reasons, route, toFetch };
}

function checked(
  content: Content,
  looks: readonly Look[],
  { creator }: CreatorAnswer,
  account: Account | undefined,
  hasWay: boolean,
): PreflightLine[] {
  const { kind, mode, media, slideshow, title, caption } = content;
  return preflight({
    kind,
    mode,
    looks,
    trim: media[0]?.trim,
    slideshow: slideshow && { seconds: slideshow.secondsEach },
    maxVideoSeconds: mode === 'direct' ? creator?.maxVideoSeconds : undefined,
    photosHaveWay: hasWay,
    titleLength: title.length,
    captionLength: caption.length,
    accountTrouble: account?.trouble,
  })
    .filter(({ code }) => !saidElsewhere.has(code))
    .map((line) => (wantsLeave.has(line.code) ? { ...line, ...askLeave } : line));
}

function useRouteLine(
  choice: ReturnType<typeof useWay>['choice'],
  looks: readonly Look[],
): string | undefined {
  const { t } = useWords();
  const formats = useFormats();
  if (!choice) return undefined;
  const sizes = looks.map(({ facts }) => facts?.size);
  const total = sizes.reduce((sum: number, size) => sum + (size ?? Number.NaN), 0);
  const line = t(choice.reason.key, choice.reason.values);
  return choice.route === 'upload' && total > 0 ? `${line} ${formats.bytes(total)}` : line;
}
