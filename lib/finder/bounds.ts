import type { CaptionMaterial, Finding, PageFindings } from './finding';
import { known } from './known';

/** Cuts a result down to the contract. The background parses it again; this only keeps honest pages from failing there. */
export function bounded(look: PageFindings, most: number): PageFindings {
  return {
    ...look,
    pageUrl: cut(look.pageUrl, 8_192),
    findings: unique(look.findings.map(boundedFinding)).slice(0, most),
    material: boundedMaterial(look.material),
    ...known({ closedFrames: look.closedFrames?.slice(0, 20).map((host) => cut(host, 300)) }),
  };
}

/** Cut without leaving half of an emoji behind. */
function cut(text = '', longest = 200): string {
  return text.length <= longest ? text : text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
}

const isAddress = (url = '') => url.length <= 4_096 && /^(?:https?:|blob:|data:image\/)/.test(url);
const within = (value: number | undefined, most: number) =>
  value && value > 0 && value <= most ? value : undefined;

function boundedFinding(finding: Finding): Finding {
  const { width, height, duration, poster, alt, ...rest } = finding;
  return {
    ...rest,
    id: cut(finding.id || finding.from, 300),
    urls: finding.urls.filter(isAddress).slice(0, 8),
    confidence: within(finding.confidence, 1) ?? 0,
    ...known({
      width: within(width, 100_000),
      height: within(height, 100_000),
      duration: within(duration, 1_000_000),
      poster: isAddress(poster) ? poster : undefined,
      alt: cut(alt, 1_000),
    }),
  };
}

function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ id }) => !seen.has(id) && seen.add(id));
}

function boundedMaterial({ hashtags, ...said }: CaptionMaterial): CaptionMaterial {
  return {
    hashtags: hashtags.slice(0, 60).map((tag) => cut(tag, 150)),
    ...known({
      title: cut(said.title, 500),
      description: cut(said.description, 10_000),
      author: cut(said.author),
      handle: cut(said.handle),
      url: cut(said.url, 4_096),
    }),
  };
}
