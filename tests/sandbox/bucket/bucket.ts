import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Reply, readBody, type SandboxRequest } from '../http.ts';

export const BUCKET = {
  endpoint: 'https://s3.bucket.example',
  region: 'eu-central-1',
  name: 'ferry-media',
  accessKeyId: 'S3RVER',
  secretAccessKey: 'S3RVER',
  /** Where the world reads what was put; a verified prefix of the demo app. */
  publicBase: 'https://media.verified.example/relay/',
} as const;

interface Asked {
  method: string;
  path: string;
  headers?: Record<string, string | string[] | undefined>;
  body?: Buffer;
}

/** The creator's own bucket: a real S3 server from the registry, started when first spoken to. */
export function createBucket() {
  let running: Promise<{ port: number; stop(): Promise<void>; empty(): Promise<unknown> }> | null = null;

  async function start() {
    const { default: S3rver } = await import('@20minutes/s3rver');
    const directory = mkdtempSync(join(tmpdir(), 'ferry-bucket-'));
    const server = new S3rver({
      address: '127.0.0.1',
      port: 0,
      directory,
      silent: true,
      vhostBuckets: false,
      resetOnClose: false,
      configureBuckets: [{ name: BUCKET.name, configs: [] }],
    });
    const { port } = await server.run();
    return {
      port,
      stop: async () => {
        await server.close();
        rmSync(directory, { recursive: true, force: true });
      },
      empty: () => {
        server.reset();
        return server.configureBuckets();
      },
    };
  }

  /** Passes a request on as it is: its host and headers are part of the signature. */
  async function pass({ method, path, headers = {}, body = Buffer.alloc(0) }: Asked): Promise<Reply> {
    running ??= start();
    const { port } = await running;
    const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, resolve);
      outgoing.on('error', reject);
      outgoing.end(body);
    });
    const reply = await readBody(incoming, 64_000_000);
    const kept = ['content-type', 'cache-control', 'etag', 'last-modified', 'content-encoding'];
    const given = kept.flatMap((name) =>
      incoming.headers[name] ? [[name, String(incoming.headers[name])]] : [],
    );
    const length = method === 'HEAD' ? { 'content-length': incoming.headers['content-length'] ?? '0' } : {};
    return {
      status: incoming.statusCode ?? 500,
      headers: { ...Object.fromEntries(given), ...length },
      body: reply,
    };
  }

  return {
    settings: BUCKET,
    /** A call of the S3 API. */
    call: (request: SandboxRequest) =>
      pass({
        method: request.method,
        path: `${request.url.pathname}${request.url.search}`,
        headers: request.headers,
        body: request.body,
      }),
    /** What a stranger gets under the public address. */
    read: (key: string, method: string) => pass({ method, path: `/${BUCKET.name}/${key}` }),
    /** The names of all objects. */
    async keys(): Promise<string[]> {
      const list = await pass({ method: 'GET', path: `/${BUCKET.name}?list-type=2` });
      return [...String(list.body).matchAll(/<Key>([^<]*)<\/Key>/g)].map((match) => match[1] ?? '');
    },
    /** Whoever asks next waits until it is empty. */
    reset(): void {
      running &&= running.then(async (server) => {
        await server.empty();
        return server;
      });
    },
    async close(): Promise<void> {
      await (await running)?.stop();
      running = null;
    },
  };
}

export type Bucket = ReturnType<typeof createBucket>;
