import { AppError } from '../errors/app-error';
import {
  type ApiPath,
  addressOf,
  createHttp,
  createSend,
  type Http,
  type HttpParts,
  type JsonCall,
  jsonPost,
  type Reply,
} from './http';

/** What carrying a post needs beside the rest: to begin it is the one request that must not reach TikTok twice. */
export interface PostingHttp extends Http {
  /** Whether this worker has learnt of late how `postOnce` may go. Known only here: the next worker asks for itself. */
  readonly isSounded: boolean;
  /** A post that harms nobody when it is sent twice, used to learn how `postOnce` may go. */
  sound(path: ApiPath, call: JsonCall): Promise<Reply>;
  postOnce(path: ApiPath, call: JsonCall): Promise<Reply>;
}

/** Longer is no answer: the other way still has to fit into the life of a worker. */
const soundingMs = 5_000;
/** What a line was like: by then the computer may be somewhere else. */
const believed = 5 * 60_000;

/**
 * When a connection breaks that was used before, browsers send its request again by themselves, POST or not, and say
 * nothing of it: TikTok had taken the first one, and there are two posts. A body that is a stream cannot be sent again,
 * so with it they do not. But streams go over HTTP/2 and later only, and not from every browser, and a gateway may
 * not take a body of no stated length. A request is sent that way only when one shortly before it, that does no harm,
 * came through by it: whoever is about to send it sees to it that there was one. Else it goes with credentials: browsers keep those connections in a pool of its own, which nothing but
 * these requests uses, so that it is most often a new one.
 */
export function createPostingHttp(parts: HttpParts & { canStream: boolean }): PostingHttp {
  const send = createSend(parts);
  const sendSounding = createSend({
    ...parts,
    timeoutMs: Math.min(soundingMs, parts.timeoutMs ?? soundingMs),
  });
  const http = createHttp(parts);
  let refused = !parts.canStream;
  let streams = false;
  let soundedAt: number | undefined;

  const soundOut = async (path: ApiPath, call: JsonCall): Promise<Reply | 'broke' | 'disliked'> => {
    try {
      const reply = await sendSounding(addressOf(path, call.query), streamed(call), call.signal);
      return isTikTok(reply) ? reply : 'disliked';
    } catch (cause) {
      const code = cause instanceof AppError ? cause.code : undefined;
      if (code === 'network') return 'broke';
      if (code === 'timeout') return 'disliked';
      throw cause;
    }
  };

  /** A kept connection that died meanwhile breaks the first; a line without HTTP/2 breaks the second too. */
  const soundOutTwice = async (path: ApiPath, call: JsonCall) => {
    const first = await soundOut(path, call);
    return first === 'broke' ? soundOut(path, call) : first;
  };

  return {
    ...http,
    get isSounded() {
      if (soundedAt === undefined) return false;
      const age = parts.clock.now() - soundedAt;
      return age >= 0 && age < believed;
    },
    async sound(path, call) {
      const streamedReply = refused ? 'disliked' : await soundOutTwice(path, call);
      streams = typeof streamedReply === 'object';
      soundedAt = streams ? parts.clock.now() : undefined;
      if (typeof streamedReply === 'object') return streamedReply;
      const reply = await http.post(path, call);
      soundedAt = parts.clock.now();
      // A line that broke may take the next one; what TikTok answered plainly but not so, it will not answer so later.
      refused ||= streamedReply === 'disliked' && isTikTok(reply);
      return reply;
    },
    postOnce: (path, call) =>
      send(
        addressOf(path, call.query),
        streams ? streamed(call) : { ...jsonPost(call), credentials: 'include' },
        call.signal,
      ),
  };
}

/** A gateway in front of TikTok that does not like the request answers with a page of its own. */
const isTikTok = ({ text }: Reply): boolean => /^\s*\{/.test(text);

/** `duplex` is what the standard demands for a stream; TypeScript does not know it yet. */
const streamed = (call: JsonCall): RequestInit & { duplex: 'half' } => {
  const init = jsonPost(call);
  return { ...init, body: new Blob([init.body]).stream(), duplex: 'half' };
};

/** Whether this browser sends a stream as it is; one that does not would send the words "[object ReadableStream]". */
export function canStreamRequests(): boolean {
  let asked = false;
  const init = {
    method: 'POST',
    body: new ReadableStream(),
    get duplex() {
      asked = true;
      return 'half';
    },
  };
  return !new Request('https://nowhere.invalid/', init).headers.has('content-type') && asked;
}
