import * as z from 'zod/mini';
import { isPublicAddress } from '../platform/public-host';
import { hostOf } from './address';
import { expiryOf } from './expiry';
import { PageFindings } from './finding';

/** What one frame's script gave back: anything, since the page stands beside it. */
export interface FrameResult {
  frameId: number;
  result: unknown;
}

/**
 * One answer of all frames: the page's own first, then films that stand in frames of it. Each is parsed, and no
 * address may lead into the person's own network unless the page itself lives there.
 */
export function mergeFrames(results: readonly FrameResult[], most: number): PageFindings | undefined {
  const parsed = results.flatMap(({ frameId, result }) => {
    const look = z.safeParse(PageFindings, result);
    return look.success ? [{ frameId, look: look.data }] : [];
  });
  const page = parsed.find(({ frameId }) => frameId === 0)?.look;
  if (!page) return undefined;
  const home = hostnameOf(page.pageUrl);
  const top = settled(page, home);
  const frames = parsed.filter(({ frameId }) => frameId !== 0).map(({ look }) => settled(look, home));
  const findings = unique([
    ...top.findings,
    ...frames.flatMap((frame) => fromFrame(frame, top.findings.length === 0)),
  ]);
  const opened = new Set(frames.map(({ pageUrl }) => hostOf(pageUrl)));
  const { closedFrames, notice, ...rest } = top;
  const closed = closedFrames?.filter((host) => !opened.has(host)) ?? [];
  const stillTrue =
    findings.length > 0 && (notice === 'nothing-found' || notice === 'frames-closed') ? undefined : notice;
  return {
    ...rest,
    findings: findings.slice(0, most),
    ...(closed.length > 0 ? { closedFrames: closed } : {}),
    ...(stillTrue ? { notice: stillTrue } : {}),
  };
}

const hostnameOf = (address: string) => URL.parse(address)?.hostname;

/** Without private addresses, those of the page's own host apart; with the end of signed ones, where they say it. */
function settled(look: PageFindings, home: string | undefined): PageFindings {
  const open = (url: string) =>
    /^(?:blob|data):/.test(url) || isPublicAddress(url) || (home !== undefined && hostnameOf(url) === home);
  const findings = look.findings.flatMap(({ poster, ...finding }) => {
    const urls = finding.urls.filter(open);
    if (urls.length === 0 && finding.urls.length > 0) return [];
    const expiresAt = expiryOf(urls[0] ?? '');
    return [
      {
        ...finding,
        urls,
        ...(poster && open(poster) ? { poster } : {}),
        ...(expiresAt ? { expiresAt } : {}),
      },
    ];
  });
  return { ...look, findings };
}

/** A frame's pictures are its own affair, unless the page around it has nothing to show. */
function fromFrame(frame: PageFindings, alone: boolean): PageFindings['findings'] {
  return frame.findings
    .filter(({ kind, confidence }) => (kind === 'video' && confidence >= 0.3) || (alone && confidence >= 0.3))
    .map((finding) => ({ ...finding, confidence: finding.confidence * 0.8 }));
}

function unique(findings: PageFindings['findings']): PageFindings['findings'] {
  const seen = new Set<string>();
  return findings.filter(({ id }) => !seen.has(id) && seen.add(id));
}
