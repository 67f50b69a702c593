import { useMemo } from 'react';
import type { Account } from '../../lib/accounts/account';
import { blocksPosting, isOwnReason, type WhyNot, whyNotPost } from '../../lib/drafts/audit';
import { contentsOf } from '../../lib/drafts/batch';
import type { Content } from '../../lib/drafts/draft';
import { nameOf } from '../../lib/drafts/media-name';
import { type Ownership, ownershipOf } from '../../lib/drafts/rights';
import { allMedia } from '../../lib/drafts/several';
import { canPost, type Look, preflight } from '../../lib/media/preflight';
import type { PreflightLine } from '../../lib/media/preflight-line';
import { canMakeFilm } from '../../lib/media/slideshow/can-make';
import { useAsked } from '../hooks/useAsked';
import { useFormats } from '../hooks/useFormats';
import { useWords } from '../hooks/useWords';
import { type DayUse, useCaps } from './useCaps';
import type { Composer } from './useComposer';
import { type CreatorAnswer, useCreator } from './useCreator';
import { useLooks } from './useLooks';
import { useWay, type Way } from './useWay';

export interface Readiness {
  answer: CreatorAnswer;
  ownership: Ownership | undefined;
  lines: PreflightLine[];
  looks: Look[];
  looking: boolean;
  reasons: WhyNot[];
  /** Where the draft becomes several posts: each, and what is to be said of it alone. */
  entries: EntryReadiness[];
  /** How the media will travel, in one line. */
  route: string | undefined;
  lookAgain: () => void;
  /** Addresses whose hosts the person has to allow before Ferry can read them. */
  toFetch: string[];
}

export interface EntryReadiness {
  content: Content;
  lines: PreflightLine[];
  look: Look | undefined;
  reasons: WhyNot[];
  /** By something of its own. */
  blocked: boolean;
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
  const contents = useMemo(() => (draft ? contentsOf(draft) : nothing), [draft]);
  const media = useMemo(() => (draft ? allMedia(draft) : nothing), [draft]);
  const used = useCaps(account?.id);
  const { looks, looking, lookAgain } = useLooks(media);
  const { choices, toFetch } = useWay(contents, settings?.verifiedPrefixes);
  const route = useRouteLine(choices, looks);
  const { value: filmable } = useAsked(canMakeFilm);

  const ownership = useMemo(() => {
    const fromPage = media.some(({ source }) => source.from === 'url');
    if (!fromPage || !settings) return undefined;
    const { handle, author } = page?.material ?? {};
    const pageUrl = page?.pageUrl ?? draft?.pageUrl;
    return ownershipOf({ pageUrl, handle, author, ownedByViewer: page?.ownedByViewer }, settings.ownHandles);
  }, [media, draft?.pageUrl, page, settings]);

  const shared = { answer, ownership, looks, looking, lookAgain, route, toFetch };
  if (!content) return { ...shared, lines: [], reasons: [], entries: [] };
  const why = (one: Content, lines: PreflightLine[]) =>
    whyNotPost({
      content: one,
      accountId: account?.id,
      creator: answer.creator,
      creatorBlocked: blocksPosting(answer.error?.code, one.mode),
      askRightsOf: ownership?.whose === 'unknown' && !draft.rights ? ownership.owner : undefined,
      unfit: !canPost(lines),
    });
  if (contents.length === 1) {
    const lines = checked(content, looks, answer, account, choices[0]?.route, used(0), filmable);
    return { ...shared, lines, reasons: why(content, lines), entries: [] };
  }
  const entries = contents.map((one, at): EntryReadiness => {
    const look = looks[at];
    const lines = checked(one, [look ?? {}], answer, account, choices[at]?.route, used(at), filmable);
    const reasons = why(one, lines);
    return { content: one, lines, look, reasons, blocked: reasons.some(isOwnReason) };
  });
  return { ...shared, lines: [], reasons: reasonsOfAll(entries), entries };
}

/** What stands in the way of any of several: what they share is said once, what is one's own by its name. */
function reasonsOfAll(entries: readonly EntryReadiness[]): WhyNot[] {
  const common = new Map<string, WhyNot>();
  const own: WhyNot[] = [];
  for (const { reasons, blocked, content } of entries) {
    for (const reason of reasons) if (!isOwnReason(reason)) common.set(reason.code, reason);
    const [media] = content.media;
    if (blocked && media) own.push({ code: 'one_blocked', id: media.id, name: nameOf(media) });
  }
  return [...common.values(), ...own];
}

function checked(
  content: Content,
  looks: readonly Look[],
  { creator }: CreatorAnswer,
  account: Account | undefined,
  route: NonNullable<Way['choices'][number]>['route'] | undefined,
  used: DayUse,
  filmable: boolean | undefined,
): PreflightLine[] {
  const { kind, mode, media, slideshow, title, caption } = content;
  return preflight({
    kind,
    mode,
    looks,
    trim: media[0]?.trim,
    slideshow: slideshow && { seconds: slideshow.secondsEach },
    canMakeFilm: filmable,
    maxVideoSeconds: mode === 'direct' ? creator?.maxVideoSeconds : undefined,
    photosHaveWay: route !== undefined,
    pulled: route === 'pull',
    titleLength: title.length,
    captionLength: caption.length,
    accountTrouble: account?.trouble,
    ...used[mode],
  })
    .filter(({ code }) => !saidElsewhere.has(code))
    .map((line) => (wantsLeave.has(line.code) ? { ...line, ...askLeave } : line));
}

function useRouteLine(
  choices: ReturnType<typeof useWay>['choices'],
  looks: readonly Look[],
): string | undefined {
  const { t } = useWords();
  const formats = useFormats();
  const known = choices.filter((choice) => choice !== undefined);
  if (known.length === 0) return undefined;
  const sizes = looks.map(({ facts }) => facts?.size);
  const total = sizes.reduce((sum: number, size) => sum + (size ?? Number.NaN), 0);
  const lines = new Set(known.map(({ reason }) => t(reason.key, reason.values)));
  const isUploaded = known.every(({ route }) => route === 'upload');
  return [...lines, ...(isUploaded && total > 0 ? [formats.bytes(total)] : [])].join(' ');
}
