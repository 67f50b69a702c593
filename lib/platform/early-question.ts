import { browser } from './browser';

const early = new Map<string, Promise<unknown>>();
const keyOf = (to: string, name: string) => `${to} ${name}`;

export const sendQuestion = (to: string, name: string, body: unknown): Promise<unknown> =>
  browser.runtime.sendMessage({ ferry: 'ask', to, name, body });

/** Asks before the page has loaded what it needs to understand the answer, so that both take place at once. */
export function askEarly(to: string, name: string, body: unknown): void {
  const answer = sendQuestion(to, name, body);
  // Whoever takes it hears of a failure; until then it is not an unheard one.
  answer.catch(() => {});
  early.set(keyOf(to, name), answer);
}

/** The answer that is already on its way. Given out once: the next time the question is asked anew. */
export function takeEarly(to: string, name: string): Promise<unknown> | undefined {
  const answer = early.get(keyOf(to, name));
  early.delete(keyOf(to, name));
  return answer;
}
