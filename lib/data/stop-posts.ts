import type { Clock } from '../platform/clock';
import type { Post } from '../posts/post';
import { isEnd } from '../posts/transitions';

export interface StopParts {
  open: () => Promise<readonly Post[]>;
  cancel: (id: string) => Promise<unknown>;
  clock: Clock;
}

const patience = 10_000;
const look = 200;

/**
 * Asks for everything under way to end, and waits for it: what is erased while bytes still travel would be
 * published all the same. What will not end in time is left to TikTok; there is nobody here to hear of it.
 */
export async function stopPosts({ open, cancel, clock }: StopParts, accountId?: string): Promise<void> {
  const underWay = async () =>
    (await open()).filter(
      ({ state, accountId: whose }) =>
        // One that TikTok may have has nothing left here that could be stopped.
        !isEnd(state) && state !== 'unknown' && (accountId === undefined || whose === accountId),
    );
  // One that ends by itself at this moment can no longer be cancelled: as good.
  for (const { id } of await underWay()) await cancel(id).catch(() => undefined);
  const until = clock.now() + patience;
  while ((await underWay()).length > 0 && clock.now() < until) await clock.sleep(look);
}
