import { createBucket } from './bucket/bucket.ts';
import { bucketHosts, relayRoute } from './bucket/hosts.ts';
import { makeCertificate } from './certificate.ts';
import { createClock } from './clock.ts';
import { type Control, createControl } from './control/control.ts';
import { createFaults } from './control/faults.ts';
import { createFiles } from './control/files.ts';
import { createHolds } from './control/holds.ts';
import { controlHost } from './control/host.ts';
import { createLog } from './control/log.ts';
import { demoHosts } from './demo/index.ts';
import { chromiumArgs } from './hosts.ts';
import { startServers } from './server.ts';
import { API_HOST, tiktokHosts } from './tiktok/hosts.ts';
import { createLimiter } from './tiktok/limits.ts';
import { createPublications } from './tiktok/publish/publications.ts';
import { createPuller } from './tiktok/pull.ts';
import { createStorage } from './tiktok/storage.ts';
import { createUploads } from './tiktok/upload.ts';
import { createWorld } from './tiktok/world.ts';

export interface Sandbox {
  readonly port: number;
  /** TikTok's API speaks HTTP/2 as the real one does; everything else needs HTTP/1.1 only. */
  portOf(host: string): number;
  readonly spki: string;
  readonly cert: string;
  readonly hosts: readonly string[];
  readonly control: Control;
  chromiumArgs(): string[];
  close(): Promise<void>;
}

/** Starts a TikTok of our own, and the demo sites, on local TLS ports. */
export async function startSandbox(options: { port?: number } = {}): Promise<Sandbox> {
  const clock = createClock();
  const world = createWorld(clock);
  const limiter = createLimiter(clock);
  const publications = createPublications(world);
  const log = createLog();
  const faults = createFaults();
  const holds = createHolds();
  const files = createFiles();
  const storage = createStorage();
  const uploads = createUploads(world, storage);
  const bucket = createBucket();
  const network = { port: 0, cert: '' };
  const puller = createPuller(world, storage, () => network);
  const latency = new Map<string, number>();
  const control = createControl({
    world,
    clock,
    log,
    faults,
    holds,
    files,
    latency,
    limiter,
    publications,
    uploads,
    storage,
    bucket,
  });
  const hosts = files.over({
    ...tiktokHosts({ world, limiter, publications, uploads, puller }),
    ...demoHosts,
    'media.verified.example': [relayRoute(bucket), ...(demoHosts['media.verified.example'] ?? [])],
    ...bucketHosts(bucket),
    ...controlHost(control),
  });
  const certificate = await makeCertificate(Object.keys(hosts));
  const servers = await startServers(
    { hosts, certificate, clock, log, faults, holds, latency },
    options.port ?? 0,
  );
  const { port, http2Port } = servers;
  const portOf = (host: string) => (host === API_HOST ? http2Port : port);
  Object.assign(network, { port, cert: certificate.cert });
  return {
    port,
    portOf,
    spki: certificate.spki,
    cert: certificate.cert,
    hosts: Object.keys(hosts),
    control,
    chromiumArgs: () => chromiumArgs(hosts, portOf, certificate.spki),
    close: async () => {
      await bucket.close();
      holds.releaseAll();
      await servers.close();
      storage.clear();
    },
  };
}
