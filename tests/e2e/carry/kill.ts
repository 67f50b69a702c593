import { appendFile, copyFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Submission } from '../../../lib/posts/desk.ts';
import type { Post } from '../../../lib/posts/post.ts';
import type { RequestPredicate } from '../../sandbox/control/log.ts';
import type { Board } from './board.ts';
import { clip } from './posts.ts';

export type Victim = 'worker' | 'hands' | 'both';

/** A moment of a journey at which somebody is killed. */
export type KillPoint =
  | { in: string; nth?: number; moment: 'before' | 'after'; who: Victim }
  | { state: Post['state']; who: Victim };

export const nameOf = (point: KillPoint): string =>
  'state' in point
    ? `the ${point.who} at ${point.state}`
    : `the ${point.who} ${point.moment} ${point.in}${point.nth ? ` ${point.nth}` : ''}`;

/** Every request of a route, before TikTok has done anything and after, for everybody who could be the one to die. */
export const inRequests = (
  requests: readonly (string | readonly [string, number])[],
  who: Victim[],
): KillPoint[] =>
  requests.flatMap((request) =>
    who.flatMap((victim) =>
      (['before', 'after'] as const).map((moment): KillPoint => {
        const [endpoint, nth] = typeof request === 'string' ? [request, 1] : request;
        return { in: endpoint, nth, moment, who: victim };
      }),
    ),
  );

export const atStates = (states: Post['state'][], who: Victim[]): KillPoint[] =>
  states.flatMap((state) => who.map((victim): KillPoint => ({ state, who: victim })));

async function kill({ ferry }: Board, who: Victim): Promise<void> {
  if (who !== 'hands') await ferry.stopWorker();
  if (who !== 'worker') await ferry.stopOffscreen();
}

const notTikTokItself: RequestPredicate = ({ headers }) => !/TikTok/.test(headers['user-agent'] ?? '');

/** One journey with one kill, to its end. */
export async function survive(
  at: Board,
  point: KillPoint,
  make: (accountId: string, caption: string) => Promise<Submission> | Submission,
): Promise<{ state: Post['state']; published: number; post: Post }> {
  const { account, name } = await at.someone();
  const submission = await make(account, name);
  const { control } = at.sandbox;
  const hold =
    'in' in point
      ? control.hold({
          endpoint: point.in,
          nth: point.nth ?? 1,
          moment: point.moment,
          where: notTikTokItself,
        })
      : undefined;
  const id = await at.submitOne(submission);
  if (hold) await hold.held;
  else if ('state' in point) await at.watch(id, point.state);
  await kill(at, point.who);
  hold?.release();
  const end = await toTheEnd(at, id, () => at.publishedBy(name).length > 0);
  return { state: end.state, published: at.publishedBy(name).length, post: end };
}

/** To its end, the person answering the one question only a person can answer, and truthfully. */
async function toTheEnd(at: Board, id: string, isThere: () => boolean): Promise<Post> {
  const ends: Post['state'][] = ['published', 'inbox', 'failed', 'cancelled'];
  const first = await at.until(id, [...ends, 'unknown'], 60_000);
  if (first.state !== 'unknown') return first;
  const found = await at.until(id, ends, 8_000).catch(() => undefined);
  if (found) return found;
  await at.ask('posts.resolveUnknown', { id, word: isThere() ? 'there' : 'send-again' });
  return at.until(id, ends, 60_000);
}

let large: Promise<string> | undefined;

/** A video that is sent in six chunks. */
export function largeClip(): Promise<string> {
  large ??= paddedClip(66_000_000);
  return large;
}

/** A video of this size that is a true MP4: padded with a box that players skip. */
export async function paddedClip(size: number): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'ferry-clip-')), 'padded.mp4');
  await copyFile(clip, path);
  const { size: have } = await import('node:fs/promises').then(({ stat }) => stat(path));
  const box = Buffer.alloc(size - have);
  box.writeUInt32BE(box.length, 0);
  box.write('free', 4, 'latin1');
  await appendFile(path, box);
  return path;
}
