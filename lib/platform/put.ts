import { AppError } from '../errors/app-error';

export interface PutRequest {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: Blob;
  signal: AbortSignal;
  /** Bytes of this body that have left. */
  sent: (bytes: number) => void;
  /** How long nothing at all may happen. */
  patience: number;
}

export interface PutReply {
  status: number;
  /** The server's own word on how far it is. */
  contentRange: string | null;
}

export type Put = (request: PutRequest) => Promise<PutReply>;

/**
 * Sends a blob by PUT. XMLHttpRequest, because fetch cannot tell how many bytes have left: without that
 * a stalled upload looks like a slow one, and 64 MB in one piece would show no progress at all.
 */
export const browserPut: Put = ({ url, headers, body, signal, sent, patience }) =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const request = new XMLHttpRequest();
    const { host } = new URL(url);
    let watch: ReturnType<typeof setTimeout>;
    const stalled = () => {
      end(() => reject(new AppError('timeout', { facts: { host } })));
      request.abort();
    };
    const stir = () => {
      clearTimeout(watch);
      watch = setTimeout(stalled, patience);
    };
    const stop = () => {
      end(() => reject(signal.reason));
      request.abort();
    };
    const end = (settle: () => void) => {
      clearTimeout(watch);
      signal.removeEventListener('abort', stop);
      request.onload = null;
      request.onerror = null;
      settle();
    };
    signal.addEventListener('abort', stop);
    request.upload.onprogress = ({ loaded }) => {
      stir();
      sent(loaded);
    };
    request.onload = () =>
      end(() =>
        resolve({ status: request.status, contentRange: request.getResponseHeader('content-range') }),
      );
    request.onerror = () =>
      end(() => reject(new AppError(navigator.onLine ? 'network' : 'offline', { facts: { host } })));
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    stir();
    request.send(body);
  });
