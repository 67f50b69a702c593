import { absolute, mediumOfType } from './address';
import { assetKey } from './asset-key';
import { bounded } from './bounds';
import { createBudget } from './budget';
import { captionOf } from './caption';
import { attr, baseOf, boxOf, contentTypeOf } from './dom';
import type { Environment } from './environment';
import type { Finding, PageFindings } from './finding';
import { focused } from './focused';
import { generic } from './generic';
import { readHead } from './head';
import { known } from './known';
import { readLinkedData } from './linked-data';
import type { Page } from './page';
import { createPlaces, subjectOf } from './place';
import { remembered } from './remembered';
import { createScripts } from './scripts';
import { siteFindings } from './site-findings';
import type { Site, SiteReading, SiteRequest } from './sites/site';
import { filePage } from './sources/file-page';
import { closedFrames } from './sources/frames';
import { sweep } from './sweep';

/** Looks at a page once. Pure: the same document and environment give the same answer. */
export function find(
  document: Document,
  environment: Environment,
  sites: readonly Site[] = [],
): PageFindings {
  const looking = findInSlices(document, environment, sites);
  for (;;) {
    const step = looking.next();
    if (step.done) return step.value.found;
  }
}

export interface Look {
  found: PageFindings;
  /** What the site could still be asked, if the caller has a way to ask. */
  request?: SiteRequest;
}

/** The same, in pieces short enough for a page to stay alive in between. */
export function* findInSlices(
  document: Document,
  environment: Environment,
  sites: readonly Site[] = [],
): Generator<void, Look> {
  const page = yield* open(document, environment);
  if (!page) return { found: empty(environment.url, 'restricted-page') };
  const medium = mediumOfType(contentTypeOf(document));
  if (medium === 'video' || medium === 'image')
    return { found: bounded(filePage(page, medium), environment.limits.findings) };
  yield;
  const { name, reading } = readSite(page, sites);
  const ownFindings = siteFindings(page, name, reading);
  const lone = reading?.offer === 'nothing' || (reading?.offer === 'alone' && ownFindings.length > 0);
  const seen = lone ? [] : yield* generic(page, reading?.keep ?? (() => true));
  const findings = focused(page, joined(ownFindings, seen));
  const closed = lone ? [] : closedFrames(page);
  const notice = reading?.notice ?? noticeFor(findings, page.budget.stopped, closed);
  const found = bounded(
    {
      pageUrl: environment.url,
      site: name,
      findings,
      material: { ...captionOf(page), ...reading?.material },
      ...(reading?.ownedByViewer === undefined ? {} : { ownedByViewer: reading.ownedByViewer }),
      ...(reading?.videoId ? { videoId: reading.videoId } : {}),
      ...known({ notice }),
      ...(closed.length > 0 ? { closedFrames: closed } : {}),
    },
    environment.limits.findings,
  );
  return {
    found,
    ...(reading?.request && environment.answer === undefined ? { request: reading.request } : {}),
  };
}

/** A site that cannot be read is a page like any other. */
function readSite(page: Page, sites: readonly Site[]): { name: string; reading?: SiteReading } {
  const site = sites.find(({ matches }) => matches(page.url));
  try {
    const reading = site?.read(page);
    return site && reading ? { name: site.name, reading } : { name: 'generic' };
  } catch {
    return { name: 'generic' };
  }
}

function* open(document: Document, environment: Environment): Generator<void, Page | undefined> {
  let url: URL;
  try {
    url = new URL(environment.url);
  } catch {
    return undefined;
  }
  const budget = createBudget(environment);
  const swept = yield* sweep(document, budget);
  const base = absolute(baseOf(document), environment.url) ?? environment.url;
  const scripts = createScripts(swept.scripts, environment.limits);
  const linked = swept.scripts.filter((script) => /ld\+json/i.test(attr(script, 'type')));
  yield;
  return {
    document,
    environment,
    budget,
    url,
    base,
    sweep: swept,
    head: readHead(swept.metas),
    data: readLinkedData(scripts.parsed(linked), environment.url),
    placeOf: createPlaces(base, environment.url, subjectOf(swept.headings)),
    boxOf: remembered(boxOf),
    keyOf: remembered(assetKey),
    resolve: remembered((raw) => absolute(raw, base)),
    scripts,
  };
}

/** The site's word goes first; what the generic finder saw of the same thing adds nothing. */
function joined(own: readonly Finding[], seen: readonly Finding[]): Finding[] {
  const known = new Set(own.map(({ id }) => id));
  const more = seen.filter(({ id }) => !known.has(id));
  const ready = own.filter(({ urls }) => urls.length > 0);
  return own.length > 0 ? [...ready, ...more, ...own.filter(({ urls }) => urls.length === 0)] : more;
}

function noticeFor(
  findings: readonly Finding[],
  stopped: boolean,
  closed: readonly string[],
): PageFindings['notice'] {
  if (stopped) return 'stopped-early';
  if (findings.length > 0) return undefined;
  return closed.length > 0 ? 'frames-closed' : 'nothing-found';
}

export function empty(pageUrl: string, notice: NonNullable<PageFindings['notice']>): PageFindings {
  return {
    pageUrl: pageUrl.slice(0, 8_192),
    site: 'generic',
    findings: [],
    material: { hashtags: [] },
    notice,
  };
}
