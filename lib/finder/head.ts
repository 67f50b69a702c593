import { attr, tagOf } from './dom';

/** What the page says about itself in meta and link elements, in document order: blocks are often doubled. */
export interface Head {
  metas: ReadonlyArray<{ name: string; content: string }>;
  links: readonly Element[];
  value(...names: string[]): string | undefined;
  values(...names: string[]): string[];
  link(rel: string): Element | undefined;
}

const mostMetas = 2_000;

export function readHead(elements: readonly Element[]): Head {
  const metas: Array<{ name: string; content: string }> = [];
  const links: Element[] = [];
  for (const element of elements.slice(0, mostMetas)) {
    if (tagOf(element) === 'link') {
      links.push(element);
      continue;
    }
    const name = attr(element, 'property') || attr(element, 'name') || attr(element, 'itemprop');
    const content = (attr(element, 'content') || attr(element, 'value')).trim();
    if (name && content) metas.push({ name: name.toLowerCase().trim(), content: content.slice(0, 20_000) });
  }
  const values = (...names: string[]) =>
    names.flatMap((name) => metas.filter((meta) => meta.name === name).map(({ content }) => content));
  return {
    metas,
    links,
    values,
    value: (...names) => values(...names)[0],
    link: (rel) => links.find((link) => attr(link, 'rel').toLowerCase().split(/\s+/).includes(rel)),
  };
}
