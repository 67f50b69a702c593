import { withReadableBlobs } from './blobs';
import { defaultLimits, type Environment } from './environment';
import { findInSlices } from './find';
import type { PageFindings } from './finding';
import { type Given, take } from './handed';
import { inSlices, nextTask } from './in-slices';
import { askSite } from './site-request';

type PageWindow = Window & typeof globalThis;

const mostResources = 1_000;

/** One look at a live page, from the isolated world the script was injected into. */
export async function lookAround(window: PageWindow): Promise<PageFindings> {
  const sites = take('ferrySites') ?? [];
  const environment = environmentOf(window, take('ferryGiven') ?? {});
  const look = (answer: { answer?: unknown }) =>
    inSlices(
      findInSlices(window.document, { ...environment, ...answer }, sites),
      environment.clock,
      nextTask,
    );

  const first = await look({});
  const answer = first.request ? await askSite(first.request, window.fetch.bind(window)) : undefined;
  const found =
    answer === undefined
      ? first.found
      : answer.ok
        ? (await look({ answer: answer.json })).found
        : noted(first.found, answer.notice);
  return withReadableBlobs(found, (url, signal) => window.fetch(url, { signal }));
}

/** A refusal is told only where it left something to be wished for. */
function noted(found: PageFindings, notice: PageFindings['notice']): PageFindings {
  return notice && found.findings.length === 0 ? { ...found, notice } : found;
}

function environmentOf(window: PageWindow, given: Given): Environment {
  const { performance } = window;
  return {
    url: window.location.href,
    now: Date.now(),
    clock: () => performance.now(),
    viewport: { width: window.innerWidth, height: window.innerHeight },
    resources: performance
      .getEntriesByType('resource')
      .slice(0, mostResources)
      .map(({ name }) => ({ name })),
    styleOf: (element) => window.getComputedStyle(element),
    limits: defaultLimits,
    ...given,
  };
}
