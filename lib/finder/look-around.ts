import { withReadableBlobs } from './blobs';
import { defaultLimits, type Environment } from './environment';
import { findInSlices } from './find';
import type { PageFindings } from './finding';
import { type Given, take } from './handed';
import { inSlices, stopwatch } from './in-slices';

type PageWindow = Window & typeof globalThis;

const mostResources = 1_000;

/** One look at a live page, from the isolated world the script was injected into. */
export async function lookAround(window: PageWindow): Promise<PageFindings> {
  const known = take('ferrySites');
  const worked = stopwatch(window.performance);
  const environment = environmentOf(window, worked.clock, take('ferryGiven') ?? {});
  const look = (answer: unknown) =>
    inSlices(findInSlices(window.document, { ...environment, answer }, known?.sites), worked);
  let { found, request } = await look(undefined);
  if (request && known) {
    const { answer, notice } = await known.ask(request, window.fetch.bind(window));
    if (answer) ({ found } = await look(answer));
    // A refusal is told only where it left something to be wished for.
    else if (notice && found.findings.length === 0) found = { ...found, notice };
  }
  return withReadableBlobs(found, (url, signal) => window.fetch(url, { signal }));
}

function environmentOf(window: PageWindow, clock: () => number, given: Given): Environment {
  return {
    url: window.location.href,
    now: Date.now(),
    clock,
    viewport: { width: window.innerWidth, height: window.innerHeight },
    resources: window.performance
      .getEntriesByType('resource')
      .slice(0, mostResources)
      .map(({ name }) => ({ name })),
    styleOf: (element) => window.getComputedStyle(element),
    limits: defaultLimits,
    ...given,
  };
}
