import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import { defaultLimits, type Environment, type Limits } from '../../../lib/finder/environment';
import { find } from '../../../lib/finder/find';
import { PageFindings } from '../../../lib/finder/finding';
import { sites } from '../../../lib/finder/sites';

const pages = join(import.meta.dirname, '../../fixtures/pages');
export const fixture = (name: string): string => readFileSync(join(pages, name), 'utf8');

export type Given = Partial<Omit<Environment, 'limits'>> & { limits?: Partial<Limits> };

/** A document without a browser around it: nothing loads, nothing runs, and it has no layout. */
export function documentOf(html: string, url: string): Document {
  const window = new Window({
    url,
    settings: {
      disableJavaScriptEvaluation: true,
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
      disableIframePageLoading: true,
      handleDisabledFileLoadingAsSuccess: true,
    },
  } as ConstructorParameters<typeof Window>[0]);
  window.document.write(html);
  return window.document as unknown as Document;
}

export function environmentOf(url: string, given: Given = {}): Environment {
  return {
    url,
    now: Date.UTC(2026, 9, 1),
    clock: () => performance.now(),
    viewport: { width: 1280, height: 800 },
    resources: [],
    ...given,
    limits: { ...defaultLimits, time: 60_000, ...given.limits },
  };
}

/** What the finder makes of a page; whatever it is, it keeps the contract. */
export function look(html: string, url: string, given: Given = {}): PageFindings {
  const found = find(documentOf(html, url), environmentOf(url, given), sites);
  return PageFindings.parse(found);
}

export const urlsOf = (found: PageFindings, kind?: 'video' | 'photo'): string[] =>
  found.findings.filter((finding) => !kind || finding.kind === kind).flatMap(({ urls }) => urls.slice(0, 1));
