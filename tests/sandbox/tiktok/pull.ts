import { createHash } from 'node:crypto';
import { createWriteStream, readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { inspectImage } from '../media/inspect-image.ts';
import { judgeVideo } from './publish/judge.ts';
import type { Publication, StoredFile } from './publish/publications.ts';
import type { Storage } from './storage.ts';
import type { World } from './world.ts';

export interface Network {
  /** The sandbox's own port: TikTok meets the same hosts as the browser. */
  port: number;
  /** Trusts only this. */
  cert: string;
}

/** Fetches what a PULL_FROM_URL names, as TikTok would (tiktok-api.md §5). */
export function createPuller(world: World, storage: Storage, network: () => Network) {
  /** Whatever breaks on TikTok's side is the post's outcome, not the caller's. */
  function pull(post: Publication, urls: readonly string[]): Promise<void> {
    return fetchAll(post, urls).catch(() => {
      post.verdict = 'internal';
    });
  }

  async function fetchAll(post: Publication, urls: readonly string[]): Promise<void> {
    const unreachable = post.kind === 'photo' ? 'photo_pull_failed' : 'video_pull_failed';
    for (const url of urls) {
      const file = await download(url, post).catch(() => null);
      if (post.at !== null) return;
      if (!file) {
        post.verdict = unreachable;
        return;
      }
      post.files.push(file);
    }
    post.bytesAt = world.clock.now();
    if (post.kind === 'video') await judgeVideo(post, world);
    else judgePhotos(post);
  }

  async function download(url: string, post: Publication): Promise<StoredFile> {
    const incoming = await get(new URL(url), network());
    // No redirect is followed: a 3xx is as bad as a 404.
    if (incoming.statusCode !== 200) {
      incoming.destroy();
      throw new Error(`HTTP ${incoming.statusCode}`);
    }
    const path = storage.newPath();
    const hash = createHash('sha256');
    let size = 0;
    incoming.on('data', (part: Buffer) => {
      hash.update(part);
      size += part.length;
      post.downloadedBytes += part.length;
    });
    await pipeline(incoming, createWriteStream(path));
    return { path, size, sha256: hash.digest('hex'), facts: null, url };
  }

  return { pull };
}

export type Puller = ReturnType<typeof createPuller>;

function judgePhotos(post: Publication): void {
  let verdict: string | null = null;
  for (const file of post.files) {
    const { facts, problem } = inspectImage(file.path ? readFileSync(file.path) : Buffer.alloc(0));
    file.facts = facts;
    verdict ??= problem;
  }
  post.verdict = verdict;
}

function get(url: URL, { port, cert }: Network): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = httpsRequest(
      {
        host: '127.0.0.1',
        port,
        ca: cert,
        servername: url.hostname,
        path: `${url.pathname}${url.search}`,
        headers: { host: url.hostname, 'user-agent': 'TikTok (sandbox)' },
        agent: false,
      },
      resolve,
    );
    outgoing.on('error', reject);
    outgoing.end();
  });
}
