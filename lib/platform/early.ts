/** The browser's API as the browser itself gives it: this runs before anything is loaded that evens it out. */
interface Given {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  storage: { local: { get(key: string): Promise<Record<string, unknown>> } };
}
interface Page {
  browser?: Given;
  chrome?: Given;
  /** What was asked before the page's own modules were there, to be taken by them. */
  ferryEarly?: Map<string, Promise<unknown>>;
}
const page: typeof globalThis & Page = globalThis;

const keep = (key: string, answer: Promise<unknown> | undefined) => {
  if (!answer) return;
  // Whoever takes it hears of a failure; until then it is not an unheard one.
  answer.catch(() => {});
  page.ferryEarly ??= new Map();
  page.ferryEarly.set(key, answer);
};

/** Given out once: the next time it is asked anew. */
const take = (key: string): Promise<unknown> | undefined => {
  const answer = page.ferryEarly?.get(key);
  page.ferryEarly?.delete(key);
  return answer;
};

const given = () => page.browser ?? page.chrome;
const questionKey = (to: string, name: string) => `${to} ${name}`;

/** How a question travels. */
export const asked = (to: string, name: string, body: unknown) => ({ ferry: 'ask', to, name, body });

/** Asks before the page has loaded what it needs to understand the answer, so that both take place at once. */
export const askEarly = (to: string, name: string, body: unknown): void =>
  keep(questionKey(to, name), given()?.runtime.sendMessage(asked(to, name, body)));
export const takeAnswer = (to: string, name: string) => take(questionKey(to, name));

/** The same for what is kept on this device. */
export const readEarly = (key: string): void => keep(key, given()?.storage.local.get(key));
export const takeKept = (key: string): Promise<unknown> | undefined =>
  take(key)?.then((kept) => (typeof kept === 'object' && kept !== null ? Reflect.get(kept, key) : undefined));
