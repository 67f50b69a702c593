import * as z from 'zod/mini';
import { AppError, ErrorData, fromErrorData, toErrorData } from '../errors/app-error';
import { browser } from './browser';
import { asked, takeAnswer } from './early';

/** One question a page may ask the background: how it is asked and how it is answered. */
export interface Question<Body, Answer> {
  body: z.ZodMiniType<Body>;
  answer: z.ZodMiniType<Answer>;
}

export type Questions = Readonly<Record<string, Question<never, unknown> | Question<unknown, unknown>>>;
type BodyOf<Q> = Q extends { body: z.ZodMiniType<infer Body> } ? Body : never;
type AnswerOf<Q> = Q extends { answer: z.ZodMiniType<infer Answer> } ? Answer : never;

/** What the page that asks is known to be: filled in from the browser's own word, never from the message. */
export interface Asker {
  url: string;
  tabId: number | undefined;
}

export type Handlers<P> = {
  [Name in keyof P]: (body: BodyOf<P[Name]>, asker: Asker) => AnswerOf<P[Name]> | Promise<AnswerOf<P[Name]>>;
};

const Envelope = z.object({
  ferry: z.literal('ask'),
  to: z.string(),
  name: z.string(),
  body: z.optional(z.unknown()),
});
const Reply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), answer: z.optional(z.unknown()) }),
  z.object({ ok: z.literal(false), error: ErrorData }),
]);

type Sender = {
  id?: string | undefined;
  url?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
};

/** Only our own pages may ask: a content script runs in a web page's process and is not believed. */
function asExtensionPage(sender: Sender): Asker | undefined {
  if (sender.id !== browser.runtime.id) return undefined;
  if (!sender.url?.startsWith(browser.runtime.getURL('/'))) return undefined;
  return { url: sender.url, tabId: sender.tab?.id };
}

/**
 * Answers every question of the protocol addressed `to` this context.
 * Called once, in the first tick of the context that answers.
 */
export function answer<P extends Questions>(to: string, protocol: P, handlers: Handlers<P>): void {
  browser.runtime.onMessage.addListener((raw: unknown, sender: Sender) => {
    const envelope = Envelope.safeParse(raw);
    if (!envelope.success || envelope.data.to !== to) return undefined;
    return reply(protocol, handlers, envelope.data, asExtensionPage(sender));
  });
}

async function reply<P extends Questions>(
  protocol: P,
  handlers: Handlers<P>,
  { name, body }: z.infer<typeof Envelope>,
  asker: Asker | undefined,
): Promise<z.infer<typeof Reply>> {
  try {
    if (!asker) throw new AppError('unexpected', { cause: `refused: ${name} from outside the extension` });
    const question = Object.hasOwn(protocol, name) ? protocol[name] : undefined;
    if (!question) throw new AppError('unexpected', { cause: `no such question: ${name}` });
    const handler = handlers[name] as unknown as (body: unknown, asker: Asker) => unknown;
    return { ok: true, answer: await handler(z.parse(question.body, body), asker) };
  } catch (error) {
    // Only its code crosses to the page. What nobody foresaw would be lost with it; it names fields, not their values.
    if (!(error instanceof AppError)) console.error(name, error);
    return { ok: false, error: toErrorData(error) };
  }
}

/** What the asking side has to know of a question: the answer is parsed before it is believed. */
export type Answers<P extends Questions> = {
  readonly [Name in keyof P]: { answer: z.ZodMiniType<AnswerOf<P[Name]>> };
};

/** Makes the asking side: `ask('posts.list', body)`. */
export function asker<P extends Questions>(to: string, protocol: Answers<P>) {
  return async <Name extends keyof P & string>(
    name: Name,
    body: BodyOf<P[Name]>,
  ): Promise<AnswerOf<P[Name]>> => {
    const raw = await (takeAnswer(to, name) ?? browser.runtime.sendMessage(asked(to, name, body)));
    const reply = Reply.safeParse(raw);
    if (!reply.success) throw new AppError('unexpected', { cause: `no answer to ${name}` });
    if (!reply.data.ok) throw fromErrorData(reply.data.error);
    const question = protocol[name];
    if (!question) throw new AppError('unexpected', { cause: `no such question: ${name}` });
    return z.parse(question.answer, reply.data.answer) as AnswerOf<P[Name]>;
  };
}

/** One-way news from whoever works to every open page. Nobody listening is no error. */
export function noticeBoard<Notice>(schema: z.ZodMiniType<Notice>) {
  const open = () => new BroadcastChannel('ferry');
  let outbox: BroadcastChannel | undefined;
  return {
    post(notice: Notice): void {
      outbox ??= open();
      outbox.postMessage(notice);
    },
    listen(hear: (notice: Notice) => void): () => void {
      const channel = open();
      channel.onmessage = ({ data }) => {
        const notice = schema.safeParse(data);
        if (notice.success) hear(notice.data);
      };
      return () => channel.close();
    },
  };
}
