import { copiesOfGroup, deduplicate } from './deduplicate';
import type { Finding } from './finding';
import { toFinding } from './generic';
import type { Page } from './page';
import type { SiteReading } from './sites/site';

/** What a site's adapter read, as Findings in its own order. */
export function siteFindings(page: Page, name: string, reading: SiteReading | undefined): Finding[] {
  const resolved = (reading?.sightings ?? []).map((sighting) => ({
    ...sighting,
    declared: false,
    from: name,
    copies: sighting.copies.flatMap((copy) => {
      const url = page.resolve(copy.url);
      return url ? [{ ...copy, url }] : [];
    }),
  }));
  // Nothing is marked as declared, so the groups keep the adapter's order: the order to post in.
  return deduplicate(resolved, page.keyOf).map((group) => ({
    ...toFinding({ group, score: 0.95 }),
    ...keepOrder(group),
  }));
}

/** An adapter lists copies best first and knows more than their names do. */
function keepOrder(group: Parameters<typeof copiesOfGroup>[0]): { urls: string[] } {
  const urls = group.sightings.flatMap(({ copies }) => copies.map(({ url }) => url));
  const guesses =
    group.kind === 'photo'
      ? copiesOfGroup(group)
          .filter(({ guessed }) => guessed)
          .map(({ url }) => url)
      : [];
  return { urls: [...new Set([...guesses, ...urls])].slice(0, 8) };
}
