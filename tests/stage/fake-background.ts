import { AppError, toErrorData } from '../../lib/errors/app-error';

/** What the background would answer, by the name of the question; a function is handed the question's body. */
export type Answers = Readonly<Record<string, unknown>>;

/** An answer that never comes. */
export const never = Symbol('never');

let answers: Answers = {};
export const answerWith = (given: Answers): void => {
  answers = given;
};

async function reply({ name, body }: { name: string; body?: unknown }): Promise<unknown> {
  const found = answers[name];
  const answer: unknown = typeof found === 'function' ? found(body) : found;
  if (answer === never) return new Promise(() => {});
  if (answer instanceof AppError) return { ok: false, error: toErrorData(answer) };
  return { ok: true, answer };
}

/** Where the page's questions go: see index.html. */
Object.assign(globalThis, { stageReply: reply });
