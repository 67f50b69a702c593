import type { Content } from '../drafts/draft';
import type { ErrorData } from '../errors/app-error';
import { type Action, catalog, type ErrorCode } from '../errors/catalog';
import type { Post } from './post';
import { isEnd, isRetryable } from './transitions';

/** How a new draft differs from the post it is made from, for the person to change what stood in the way. */
export type AgainWith = 'privacy' | 'caption' | 'file' | 'inbox' | 'slideshow';

/** Where an action leads once the post was sent. */
export type Remedy =
  | { do: 'retry' }
  | { do: 'page'; path: string }
  | { do: 'tab'; url: string }
  /** Asks for the hosts of these addresses, then tries again. */
  | { do: 'allow'; urls: string[] }
  | { do: 'again'; with: AgainWith };

export const tiktokHome = 'https://www.tiktok.com/';

/** The settings that stand in the way: where media goes through, or the app and its keys. */
export const settingsFor = (code: ErrorCode): string =>
  code === 'url_ownership_unverified' ? '/options.html#routes' : '/options.html#connect';

/** What pressing the button beside an error does, for a post that was already sent. */
export function remedyOf(action: Action, error: ErrorData, content: Content): Remedy {
  switch (action) {
    case 'retry':
      return { do: 'retry' };
    case 'reconnect':
      return { do: 'page', path: '/options.html#connect' };
    case 'open-settings':
      return { do: 'page', path: settingsFor(error.code) };
    case 'set-up-bucket':
      return { do: 'page', path: '/options.html#routes' };
    case 'open-tiktok':
      return { do: 'tab', url: tiktokHome };
    case 'grant-site':
      return { do: 'allow', urls: addressesOf(error, content) };
    case 'choose-privacy':
      return { do: 'again', with: 'privacy' };
    case 'edit-caption':
      return { do: 'again', with: 'caption' };
    case 'choose-file':
      return { do: 'again', with: 'file' };
    case 'use-inbox':
      return { do: 'again', with: 'inbox' };
    case 'make-slideshow':
      return { do: 'again', with: 'slideshow' };
  }
}

/** The one thing to do about a post next, as a row shows it. Undefined where there is nothing to do. */
export type NextStep = 'open' | 'cancel' | 'resolve' | Action;

export function nextStepOf(post: Post): NextStep | undefined {
  const { state, link, error, waitingFor, cancelAskedAt } = post;
  if (link) return 'open';
  if (state === 'unknown') return 'resolve';
  if (isRetryable(state)) return (error && actionOf(error)) ?? 'retry';
  if (isEnd(state)) return undefined;
  // Held up by something only the person can put right: that comes before giving up.
  if (waitingFor && actionOf(waitingFor) === 'reconnect') return 'reconnect';
  return cancelAskedAt === undefined ? 'cancel' : undefined;
}

export function actionOf({ code }: ErrorData): Action | undefined {
  const remedy = catalog[code];
  return 'action' in remedy ? remedy.action : undefined;
}

/** Where the media stands, and the host it was sent on to when that is what the error names. */
function addressesOf({ facts }: ErrorData, { media }: Content): string[] {
  const own = media.flatMap(({ source }) => (source.from === 'url' ? source.urls : []));
  const named = typeof facts.host === 'string' && facts.host !== '' ? [`https://${facts.host}/`] : [];
  return [...new Set([...own, ...named])];
}
