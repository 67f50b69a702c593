import { useMemo } from 'react';
import { canPost, preflight } from '../../lib/media/preflight';
import type { PreflightLine } from '../../lib/media/preflight-line';
import { blocksPosting, type WhyNot, whyNotPost } from '../../lib/posts/audit';
import { type Ownership, ownershipOf } from '../../lib/posts/rights';
import type { Composer } from './useComposer';
import { type CreatorAnswer, useCreator } from './useCreator';
import { useLooks } from './useLooks';

export interface Readiness {
  answer: CreatorAnswer;
  ownership: Ownership | undefined;
  lines: PreflightLine[];
  looking: boolean;
  reasons: WhyNot[];
  /** Addresses that could not be read without the person's leave. */
  closedAddresses: string[];
  /** How the media will travel, in one line. */
  route: string | undefined;
}

/** Said where the person writes, next to the field; not again among the checks. */
const saidElsewhere = new Set(['nothing', 'caption-long', 'title-long']);
const needsLeave: ReadonlySet<string> = new Set(['media_unreachable', 'media_forbidden']);
const nothing: readonly never[] = [];

/** Whether this draft may go, and everything that stands in its way. */
export function useReadiness({ draft, page, accounts, settings }: Composer): Readiness {
  const account = accounts?.find(({ id }) => id === draft?.accountId);
  const answer = useCreator(account?.id);
  const { creator, error } = answer;
  const { looks, looking } = useLooks(draft?.content.media ?? nothing);

  const ownership = useMemo(() => {
    const fromPage = draft?.content.media.some(({ source }) => source.from === 'url');
    if (!fromPage || !settings) return undefined;
    const { handle, author } = page?.material ?? {};
    const pageUrl = page?.pageUrl ?? draft?.pageUrl;
    return ownershipOf({ pageUrl, handle, author, ownedByViewer: page?.ownedByViewer }, settings.ownHandles);
  }, [draft?.content.media, draft?.pageUrl, page, settings]);

  if (!draft)
    return { answer, ownership, lines: [], looking, closedAddresses: [], reasons: [], route: undefined };

  const { content } = draft;
  const all = preflight({
    kind: content.kind,
    mode: content.mode,
    looks,
    maxVideoSeconds: content.mode === 'direct' ? creator?.maxVideoSeconds : undefined,
    photosHaveWay: true,
    titleLength: content.title.length,
    captionLength: content.caption.length,
    accountTrouble: account?.trouble,
  });
  const lines = all.filter(({ code }) => !saidElsewhere.has(code));
  const reasons = whyNotPost({
    content,
    accountId: account?.id,
    creator,
    creatorBlocked: blocksPosting(error?.code, content.mode),
    askRightsOf: ownership?.whose === 'unknown' && !draft.rights ? ownership.owner : undefined,
    unfit: !canPost(lines),
  });
  const closedAddresses = content.media.flatMap(({ source }, at) =>
    source.from === 'url' && needsLeave.has(looks[at]?.error?.code ?? '') ? source.urls.slice(0, 1) : [],
  );
  return { answer, ownership, lines, looking, closedAddresses, reasons, route: undefined };
}
