import { attr, has, text } from './dom';
import type { Limits } from './environment';
import { parseJson } from './json';
import type { Scripts } from './page';

/** Reads inline scripts at most once each, and no more of them than the page may cost. */
export function createScripts(elements: readonly Element[], limits: Limits): Scripts {
  let left = limits.jsonTotal;
  const texts = new Map<Element, string>();
  const parsed = new Map<Element, unknown>();

  const read = (element: Element): string => {
    const known = texts.get(element);
    if (known !== undefined) return known;
    const content = has(element, 'src') ? '' : text(element, 'textContent');
    const kept = content.length <= limits.jsonBlock && content.length <= left ? content : '';
    left -= kept.length;
    texts.set(element, kept);
    return kept;
  };
  const parse = (element: Element): unknown => {
    if (!parsed.has(element)) parsed.set(element, parseJson(read(element)));
    return parsed.get(element);
  };
  const isJson = (element: Element) => /json/i.test(attr(element, 'type'));

  return {
    holding: (needle) =>
      elements
        .filter((element) => !isJson(element))
        .map(read)
        .filter((content) => content.includes(needle)),
    blocks: (needle) =>
      elements.filter((element) => isJson(element) && read(element).includes(needle)).map(parse),
    texts: (...needles) =>
      elements
        .map(read)
        .filter((content) => needles.some((needle) => content.includes(needle)))
        .join('\n'),
    parsed: (wanted) => wanted.map(parse),
    byId: (id) => {
      const element = elements.find((candidate) => attr(candidate, 'id') === id);
      return element ? parse(element) : undefined;
    },
  };
}
