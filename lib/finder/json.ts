/** JSON that pages carry: bounded in size, depth and count, and never trusted to have the shape it should. */

export type Json = unknown;
export type JsonObject = { readonly [key: string]: Json };

export const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Strict first; then without control characters and without what trails the last bracket, as real pages need. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return parseBroken(text);
  }
}

function parseBroken(text: string): Json | undefined {
  const plain = text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)|(?:-->|\]\]>)\s*$/g, '');
  const end = Math.max(plain.lastIndexOf('}'), plain.lastIndexOf(']'));
  for (const candidate of [
    plain,
    plain.slice(0, end + 1),
    plain.replace(/,\s*([}\]])/g, '$1').replace(/;\s*$/, ''),
  ]) {
    try {
      return JSON.parse(candidate);
    } catch {}
  }
  return undefined;
}

export interface Bounds {
  depth: number;
  nodes: number;
}

/** Visits every object, outermost first. `visit` returns false to leave a branch alone. */
export function walk(
  json: Json,
  bounds: Bounds,
  visit: (object: JsonObject, key: string) => boolean | undefined,
): void {
  let nodes = 0;
  const queue: Array<{ value: Json; key: string; depth: number }> = [{ value: json, key: '', depth: 0 }];
  for (let at = 0; at < queue.length; at += 1) {
    const next = queue[at];
    if (!next) continue;
    nodes += 1;
    if (nodes > bounds.nodes) return;
    const { value, key, depth } = next;
    if (typeof value !== 'object' || value === null || depth > bounds.depth) continue;
    if (isObject(value) && visit(value, key) === false) continue;
    const children = Array.isArray(value)
      ? value.map((child) => [key, child] as const)
      : Object.entries(value);
    for (const [name, child] of children) {
      if (typeof child === 'object' && child !== null)
        queue.push({ value: child, key: name, depth: depth + 1 });
      if (queue.length > bounds.nodes) break;
    }
  }
}

/** Follows keys through whatever is there; undefined where the way ends. */
export function at(json: Json, ...keys: ReadonlyArray<string | number>): Json {
  let value = json;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

export const list = (json: Json): readonly Json[] =>
  Array.isArray(json) ? json.slice(0, 2_000) : json === undefined || json === null ? [] : [json];

export function string(json: Json): string | undefined {
  if (typeof json === 'string' && json.trim() !== '') return json.trim();
  return typeof json === 'number' ? String(json) : undefined;
}

export function amount(json: Json): number | undefined {
  const value = typeof json === 'string' && json.trim() !== '' ? Number(json) : json;
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined;
}

/**
 * Cuts the object or array that begins after `marker` out of a script and parses it, counting brackets
 * outside of strings. `var data = {…};` needs nothing else.
 */
export function jsonAfter(script: string, marker: string | RegExp, longest: number): Json | undefined {
  const found = typeof marker === 'string' ? script.indexOf(marker) : script.search(marker);
  if (found < 0) return undefined;
  const start = script.slice(found).search(/[{[]/) + found;
  if (start < found) return undefined;
  const end = closing(script, start, longest);
  return end === undefined ? undefined : parseJson(script.slice(start, end));
}

function closing(script: string, start: number, longest: number): number | undefined {
  let depth = 0;
  let quoted = false;
  const stop = Math.min(script.length, start + longest);
  for (let index = start; index < stop; index += 1) {
    const code = script.charCodeAt(index);
    if (quoted) {
      if (code === 92) index += 1;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 123 || code === 91) depth += 1;
    else if (code === 125 || code === 93) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return undefined;
}
