import type { IDBPDatabase } from 'idb';
import * as z from 'zod/mini';
import { ErrorData } from '../../errors/app-error';

/** An object of ours in the person's bucket, from before it is written until it is known to be gone. */
export const Relayed = z.object({
  key: z.string(),
  postId: z.string(),
  /** The bucket it is in: after a change of buckets the old one is still told apart. */
  where: z.string(),
  createdAt: z.number(),
  tries: z.number(),
  nextTryAt: z.optional(z.number()),
  error: z.optional(ErrorData),
});
export type Relayed = z.infer<typeof Relayed>;

export interface RelayedStore {
  /** Written before the object is: what is in the bucket is always in this list. */
  add(planned: readonly Relayed[]): Promise<void>;
  list(): Promise<Relayed[]>;
  put(relayed: Relayed): Promise<void>;
  remove(key: string): Promise<void>;
}

export function createRelayedStore(database: Promise<IDBPDatabase>): RelayedStore {
  const list = async () => z.parse(z.array(Relayed), await (await database).getAll('relayed'));
  return {
    list,
    async add(planned) {
      const { store, done } = (await database).transaction('relayed', 'readwrite');
      await Promise.all(planned.map((relayed) => store.put(relayed)));
      await done;
    },
    async put(relayed) {
      await (await database).put('relayed', relayed);
    },
    async remove(key) {
      await (await database).delete('relayed', key);
    },
  };
}

export const placeName = ({ endpoint, bucket }: { endpoint: string; bucket: string }) =>
  `${endpoint}/${bucket}`;
