/** The hashtag or mention somebody is writing. */
export interface TagBegun {
  mark: '#' | '@';
  /** What is written of it so far, without its mark. */
  typed: string;
  /** Where it begins, its mark included, and ends: the whole word, also what stands behind the caret. */
  from: number;
  to: number;
}

const begun = /(?<![\p{L}\p{N}_#@])([#@])([\p{L}\p{M}\p{N}_.]*)$/u;
const rest = /^[\p{L}\p{M}\p{N}_]*/u;

export function tagAtCaret(text: string, caret: number): TagBegun | undefined {
  const found = begun.exec(text.slice(0, caret));
  const [, mark, typed = ''] = found ?? [];
  if (!found || (mark !== '#' && mark !== '@')) return undefined;
  // A dot belongs to a name, and ends a hashtag.
  if (mark === '#' && typed.includes('.')) return undefined;
  const behind = rest.exec(text.slice(caret))?.[0].length ?? 0;
  return { mark, typed, from: found.index, to: caret + behind };
}

/** The text with the chosen tag in the place of what was begun, and where the caret goes. */
export function withTag(
  text: string,
  { mark, from, to }: TagBegun,
  tag: string,
): { text: string; caret: number } {
  const after = text.slice(to);
  const space = /^\s/.test(after) ? '' : ' ';
  const written = `${mark}${tag}${space}`;
  return {
    text: text.slice(0, from) + written + after,
    caret: from + written.length + (after.startsWith(' ') ? 1 : 0),
  };
}

export const mostOffered = 6;

/**
 * What may be meant, best first: what begins so before what has it inside, and within those as the sources have it.
 * What stands in the text already is not offered again, nor what is already written out.
 */
export function tagsFor(
  { typed }: Pick<TagBegun, 'typed'>,
  sources: readonly (readonly string[])[],
  used: readonly string[],
): string[] {
  const wanted = folded(typed);
  const out = new Set(used.map(folded));
  out.add(wanted);
  const begins: string[] = [];
  const holds: string[] = [];
  for (const tag of sources.flat()) {
    const key = folded(tag);
    if (key === '' || out.has(key)) continue;
    out.add(key);
    if (key.startsWith(wanted)) begins.push(tag);
    else if (wanted.length > 1 && key.includes(wanted)) holds.push(tag);
  }
  return [...begins, ...holds].slice(0, mostOffered);
}

const folded = (tag: string) => tag.toLowerCase();
