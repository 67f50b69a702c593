import { useCallback, useMemo } from 'react';
import type { Content } from '../../lib/drafts/draft';
import { isAppError } from '../../lib/errors/app-error';
import { cargoOf } from '../../lib/routes/cargo';
import { type Choice, chooseRoute } from '../../lib/routes/choose';
import { usePort } from '../hooks/port';
import { useAsked } from '../hooks/useAsked';

export interface Way {
  /** One for each post. Undefined where photos have no way: no web space, no verified address. */
  choices: readonly (Choice | undefined)[];
  /** Addresses Ferry itself has to read, and may not without the person's leave for their hosts. */
  toFetch: string[];
}

const noRedirects: ReadonlySet<string> = new Set();

/** How the media would reach TikTok: decided by the same rules as when it is posted. */
export function useWay(contents: readonly Content[], verified: readonly string[] | undefined): Way {
  const port = usePort();
  const { value: hasBucket = false } = useAsked(useCallback(() => port.hasBucket(), [port]));

  return useMemo(() => {
    const ways = contents.map((content) => wayOf(content, verified, hasBucket));
    return { choices: ways.map(({ choice }) => choice), toFetch: ways.flatMap(({ toFetch }) => toFetch) };
  }, [contents, verified, hasBucket]);
}

function wayOf(content: Content, verified: readonly string[] | undefined, hasBucket: boolean) {
  if (!verified || content.media.length === 0) return { choice: undefined, toFetch: [] };
  const choice = chosen(content, verified, hasBucket);
  const toFetch =
    choice?.route === 'pull' ? [] : content.media.flatMap((media) => cargoOf(media).urls.slice(0, 1));
  return { choice, toFetch };
}

function chosen(content: Content, verified: readonly string[], hasBucket: boolean): Choice | undefined {
  const { kind, media, slideshow } = content;
  try {
    return chooseRoute({
      kind,
      media: media.map(cargoOf),
      verified,
      // Where an address redirects is found out on the way; the line on the post then says so.
      redirecting: noRedirects,
      hasBucket,
      pullRefused: false,
      isMade: slideshow !== undefined || media.some(({ trim }) => trim !== undefined),
    });
  } catch (error) {
    if (isAppError(error)) return undefined;
    throw error;
  }
}
