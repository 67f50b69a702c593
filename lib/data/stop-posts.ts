import type { Clock } from '../platform/clock';
import type { Post } from '../posts/post';
import { isEnd } from '../posts/transitions';

export interface StopParts {
  open: () => Promise<readonly Post[]>;
  read: (id: string) => Promise<Post | undefined>;
  cancel: (id: string) => Promise<unknown>;
  clock: Clock;
}

/** For what is still on its way from here. */
const patience = 10_000;
/** For TikTok's word on what it was asked to stop. */
const politeness = 3_000;
const look = 200;

/**
 * Asks for everything under way to end, and waits for it: what is erased while bytes still travel would be
 * published all the same. Gives back how many posts TikTok has, or may have, nonetheless: nobody here will hear of them.
 */
export async function stopPosts(
  { open, read, cancel, clock }: StopParts,
  accountId?: string,
): Promise<number> {
  const begun = (await open()).filter(
    ({ state, accountId: whose }) => !isEnd(state) && (accountId === undefined || whose === accountId),
  );
  // One that TikTok may have has nothing left here that could be stopped. One that ends by itself at this moment
  // can no longer be cancelled: as good.
  for (const { id, state } of begun) if (state !== 'unknown') await cancel(id).catch(() => undefined);
  const since = clock.now();
  for (;;) {
    const found = await Promise.all(begun.map(({ id }) => read(id)));
    const standing = found.flatMap((post) => post ?? []);
    const going = standing.filter(({ state }) => !isEnd(state) && state !== 'unknown');
    const isWished = going.some(({ cancelAskedAt }) => cancelAskedAt !== undefined);
    if (going.length === 0 || clock.now() - since >= (isWished ? patience : politeness)) {
      return standing.filter(({ state }) => state !== 'cancelled' && state !== 'failed').length;
    }
    await clock.sleep(look);
  }
}
