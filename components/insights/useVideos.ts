import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { type ErrorData, toErrorData } from '../../lib/errors/app-error';
import { ask } from '../../lib/messages/client';
import { type Video, videosPerCall } from '../../lib/tiktok/videos';
import { knownVideos } from './known-videos';

interface Seen {
  videos: ReadonlyMap<string, Video>;
  /** Where TikTok's list goes on; absent at its end, null before it was asked. */
  next: number | undefined | null;
  isAsking: boolean;
  error?: ErrorData;
}

const unseen: Seen = { videos: new Map(), next: null, isAsking: false };

/** All videos of an account that are known: at once as they were last seen, then page by page from TikTok. */
export function useVideos(accountId: string) {
  const [seen, setSeen] = useState<Seen>(unseen);
  const busy = useRef(false);

  const add = useCallback((videos: readonly Video[], more: Partial<Seen> = {}) => {
    setSeen((before) => ({
      ...before,
      ...more,
      videos: new Map([...before.videos, ...videos.map((video) => [video.id, video] as const)]),
    }));
  }, []);

  const askFor = useCallback(
    async (cursor: number | undefined): Promise<number | undefined> => {
      if (busy.current) return undefined;
      busy.current = true;
      setSeen(({ error: _, ...before }) => ({ ...before, isAsking: true }));
      try {
        const page = await ask('insights.videoPage', {
          accountId,
          ...(cursor === undefined ? {} : { cursor }),
        });
        add(page.videos, { next: page.next, isAsking: false });
        return page.next;
      } catch (error) {
        setSeen((before) => ({ ...before, isAsking: false, error: toErrorData(error) }));
        return undefined;
      } finally {
        busy.current = false;
      }
    },
    [accountId, add],
  );

  useEffect(() => {
    let isHere = true;
    const recall = async (): Promise<void> => {
      for await (const known of knownVideos(accountId)) {
        if (!isHere) return;
        // Whoever scrolls or types meanwhile comes first.
        startTransition(() =>
          setSeen((before) => ({
            ...before,
            // What TikTok has said meanwhile is newer.
            videos: new Map([...known.map((video) => [video.id, video] as const), ...before.videos]),
          })),
        );
      }
    };
    void recall().catch((error) => isHere && setSeen((before) => ({ ...before, error: toErrorData(error) })));
    void askFor(undefined);
    return () => {
      isHere = false;
    };
  }, [accountId, askFor]);

  const more = useCallback(() => askFor(seen.next ?? undefined), [askFor, seen.next]);
  const all = useCallback(async () => {
    let cursor = seen.next ?? undefined;
    while (cursor !== undefined) cursor = await askFor(cursor);
  }, [askFor, seen.next]);

  const covers = useCoverQueue(accountId, add);
  return { ...seen, more, all, coverBroken: covers, again: () => askFor(undefined) };
}

/** Covers lapse after some hours. Those that fail to load are asked for anew, some at a time, each once. */
function useCoverQueue(accountId: string, add: (videos: readonly Video[]) => void) {
  const asked = useRef(new Set<string>());
  const waiting = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const send = useCallback(async () => {
    const ids = waiting.current.splice(0, videosPerCall);
    if (ids.length === 0) return;
    // A cover is no reason for an error on the screen: without one the placeholder stays.
    add(await ask('insights.refreshVideos', { accountId, ids }).catch(() => []));
    if (waiting.current.length > 0) await send();
  }, [accountId, add]);

  return useCallback(
    (id: string) => {
      if (asked.current.has(id)) return;
      asked.current.add(id);
      waiting.current.push(id);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), 250);
    },
    [send],
  );
}
