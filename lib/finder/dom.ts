/**
 * Reading a hostile DOM. A form or a document hands out its children by name before its own methods
 * (`<input name=parentElement>`), so methods and getters are taken from the prototype and not from the node.
 */
function reach(node: object, name: string): unknown {
  try {
    return Reflect.get(Object.getPrototypeOf(node), name, node);
  } catch {
    return undefined;
  }
}

function call(node: object, name: string, ...args: unknown[]): unknown {
  const method = reach(node, name);
  if (typeof method !== 'function') return undefined;
  try {
    return Reflect.apply(method, node, args);
  } catch {
    return undefined;
  }
}

type Root = Document | Element | ShadowRoot;
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isElement = (value: unknown): value is Element => isObject(value) && reach(value, 'nodeType') === 1;

export function all(root: Root, selector: string): ArrayLike<Element> {
  const found = call(root, 'querySelectorAll', selector);
  return isObject(found) && 'length' in found ? (found as NodeListOf<Element>) : [];
}

export function first(root: Root, selector: string): Element | undefined {
  const found = call(root, 'querySelector', selector);
  return isElement(found) ? found : undefined;
}

export function attr(element: Element, name: string): string {
  const value = call(element, 'getAttribute', name);
  return typeof value === 'string' ? value : '';
}

export function attributesOf(element: Element): string[] {
  const names = call(element, 'getAttributeNames');
  return Array.isArray(names) ? names.slice(0, 60).map(String) : [];
}

export function has(element: Element, name: string): boolean {
  return call(element, 'hasAttribute', name) === true;
}

export function parentOf(element: Element): Element | undefined {
  const parent = reach(element, 'parentNode');
  if (isElement(parent)) return parent;
  // A shadow root: go on with the element that carries it.
  const host = isObject(parent) ? reach(parent, 'host') : undefined;
  return isElement(host) ? host : undefined;
}

export function closest(element: Element, selector: string): Element | undefined {
  const found = call(element, 'closest', selector);
  return isElement(found) ? found : undefined;
}

export const tagOf = (element: Element): string => text(element, 'localName');

/** A property the browser computes, such as `currentSrc` or `naturalWidth`. */
export function text(element: object, name: string): string {
  const value = reach(element, name);
  return typeof value === 'string' ? value : '';
}

export function number(element: object, name: string): number {
  const value = reach(element, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

export function flag(element: object, name: string): boolean {
  return reach(element, name) === true;
}

const fragment = 11;
const isRoot = (value: unknown): value is ShadowRoot =>
  isObject(value) && reach(value, 'nodeType') === fragment;

export function shadowOf(element: Element): ShadowRoot | undefined {
  try {
    // Asked of every element, and nearly none has one: the plain question first, the careful one where it says yes.
    if (element.shadowRoot === null) return undefined;
  } catch {}
  const root = reach(element, 'shadowRoot');
  return isRoot(root) ? root : undefined;
}

/** The elements that lie over each other at a point of the window. */
export function stackAt(document: Document, x: number, y: number): Element[] {
  const stack = call(document, 'elementsFromPoint', x, y);
  return Array.isArray(stack) ? stack.slice(0, 30).filter(isElement) : [];
}

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const nowhere: Box = { left: 0, top: 0, width: 0, height: 0 };

export function boxOf(element: Element): Box {
  const box = call(element, 'getBoundingClientRect');
  if (!(isObject(box) && 'left' in box && 'top' in box && 'width' in box && 'height' in box)) return nowhere;
  const { left, top, width, height } = box;
  return isNumber(left) && isNumber(top) && isNumber(width) && isNumber(height)
    ? { left, top, width, height }
    : nowhere;
}

/** The words an element shows, on one line each, no longer than asked. */
export function words(element: Element | undefined, longest = 500): string {
  if (!element) return '';
  return text(element, 'textContent')
    .slice(0, longest * 4)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest);
}

export const titleOf = (document: Document): string => text(document, 'title');
export const baseOf = (document: Document): string => text(document, 'baseURI');
export const contentTypeOf = (document: Document): string => text(document, 'contentType');

const follows = 4;
const goesBefore = 2;

/** Sorts by the order of the page. */
export function precedes(one: Element, other: Element): number {
  if (one === other) return 0;
  const relation = call(one, 'compareDocumentPosition', other);
  if (typeof relation !== 'number') return 0;
  if (relation & follows) return -1;
  return relation & goesBefore ? 1 : 0;
}
