/**
 * The shipped build sends a picked file to the sandbox: its throughput against `curl` sending the same chunks to the
 * same server, in turns; and the most memory of the whole browser above idle, for a small file and a large one.
 *
 * Beside Ferry stands a page of the same browser that does nothing but slice and send, and the processor time that
 * each took by process: a file's bytes pass through the browser's own process and its network service before they leave,
 * and it is these that take the time, not the page. Handing the bytes over in memory instead, read ahead or not, costs
 * more of it, since then the page copies them too; larger chunks change little.
 *
 *   npm run build && node tests/bench/upload.mjs [--quick] [--memory | --rate]
 */
import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { chunkAt, chunkPlans } from '../../lib/tiktok/chunk-plan.ts';
import { board } from '../e2e/carry/board.ts';
import { clip, videoFromFile } from '../e2e/carry/posts.ts';
import { browserPid } from '../e2e/harness/ferry.ts';
import { call, connect, VIDEO_INIT } from '../sandbox/client.ts';
import { withPeak, withWork } from './process-tree.mjs';
import { median } from './seeded.mjs';

const quick = process.argv.includes('--quick');
const throughputSize = quick ? 100e6 : 1e9;
const memorySizes = quick ? [100e6] : [100e6, 2e9, 4e9];
const turns = 3;
const patience = 600_000;
const say = (line) => process.stdout.write(`${line}\n`);
const folder = await mkdtemp(join(tmpdir(), 'ferry-bench-'));

/** A true MP4 of this size: a box that players skip fills it up. Nothing but its first pages is on the disk. */
async function film(size) {
  const path = join(folder, `${size}.mp4`);
  await copyFile(clip, path);
  const { size: have } = await stat(path);
  const box = Buffer.alloc(8);
  box.writeUInt32BE(size - have, 0);
  box.write('free', 4, 'latin1');
  const file = await open(path, 'r+');
  await file.write(box, 0, box.length, have);
  await file.truncate(size);
  await file.close();
  return path;
}

/** From the first chunk's first byte to the answer to the last one, as the server sees it. */
async function timed({ control }, size, work) {
  control.log.clear();
  const isChunk = ({ endpoint }) => endpoint === 'upload';
  const isLast = (request) =>
    isChunk(request) && request.headers['content-range']?.endsWith(`-${size - 1}/${size}`) === true;
  const began = control.log.waitFor(isChunk, patience).then(() => performance.now());
  const ended = control.log.waitForEnd(isLast, patience).then(() => performance.now());
  const working = work();
  // Whichever goes wrong first is told; the others are not left without anybody to hear of them.
  await Promise.all([began, ended, working]);
  return { rate: size / 1e3 / ((await ended) - (await began)) };
}

let posts = 0;
/** As a person does it: the file is picked, kept, and the post submitted; and nobody asks while it travels. */
async function sendWithFerry(at, path) {
  posts += 1;
  // Each in a name of its own: TikTok allows a creator a few posts a minute.
  const account = await at.connect(`bench.${posts}`);
  const file = await at.stash(path);
  return {
    async send() {
      const [post] = await at.submit([videoFromFile(account, `bench ${posts}`, file)]);
      return post.id;
    },
  };
}

/** An address to send to, given to whoever is not Ferry. */
async function beginUpload(sandbox, size) {
  posts += 1;
  const username = `other.${posts}`;
  sandbox.control.addUser({ username });
  const { accessToken } = await connect(sandbox, { username });
  const { chunkSize, count } = chunkPlans(size)[0];
  const init = await call(sandbox, VIDEO_INIT, accessToken, {
    post_info: { privacy_level: 'PUBLIC_TO_EVERYONE' },
    source_info: {
      source: 'FILE_UPLOAD',
      video_size: size,
      chunk_size: chunkSize,
      total_chunk_count: count,
    },
  });
  return init.data.upload_url;
}

/** A page of the same browser that does nothing but slice and send: what of the difference is the browser's. */
async function sendWithPage({ sandbox, ferry }, size, path) {
  const url = await beginUpload(sandbox, size);
  const plan = chunkPlans(size)[0];
  const chunks = Array.from({ length: plan.count }, (_, index) => chunkAt(plan, index));
  const page = await ferry.open('manifest.json');
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('input'), { type: 'file' }));
  });
  await page.setInputFiles('input', path);
  const sendAll = async ({ url, chunks, size }) => {
    const [file] = document.querySelector('input').files;
    for (const { first, last } of chunks) {
      const headers = { 'Content-Type': 'video/mp4', 'Content-Range': `bytes ${first}-${last}/${size}` };
      await fetch(url, { method: 'PUT', headers, body: file.slice(first, last + 1) });
    }
  };
  const figures = await timed(sandbox, size, () => page.evaluate(sendAll, { url, chunks, size }));
  await page.close();
  return figures;
}

async function sendWithCurl({ sandbox }, size, pieces) {
  const url = await beginUpload(sandbox, size);
  const plan = chunkPlans(size)[0];
  const common = [
    `connect-to = "${new URL(url).host}:443:127.0.0.1:${sandbox.port}"`,
    `cacert = "${join(folder, 'cert.pem')}"`,
    'silent\nfail\nhttp1.1\noutput = "/dev/null"\nheader = "Content-Type: video/mp4"\nheader = "Expect:"',
  ].join('\n');
  const parts = pieces.map((piece, index) => {
    const { first, last } = chunkAt(plan, index);
    return `${common}\nurl = "${url}"\nupload-file = "${piece}"\nheader = "Content-Range: bytes ${first}-${last}/${size}"`;
  });
  await writeFile(join(folder, 'cert.pem'), sandbox.cert);
  await writeFile(join(folder, 'curl.conf'), parts.join('\nnext\n'));
  return timed(sandbox, size, () => promisify(execFile)('curl', ['--config', join(folder, 'curl.conf')]));
}

/** curl sends whole files only. */
async function cutUp(path, size) {
  const plan = chunkPlans(size)[0];
  const pieces = [];
  for (let index = 0; index < plan.count; index += 1) {
    const { first, last } = chunkAt(plan, index);
    const piece = join(folder, `piece-${index}`);
    await pipeline(createReadStream(path, { start: first, end: last }), createWriteStream(piece));
    pieces.push(piece);
  }
  return pieces;
}

async function withBoard(work) {
  const at = await board();
  try {
    at.sandbox.control.rules.upload.keep = 'count';
    return await work(at);
  } finally {
    await at.close();
  }
}

async function throughput() {
  const path = await film(throughputSize);
  const pieces = await cutUp(path, throughputSize);
  const rates = { curl: [], page: [], Ferry: [] };
  const kinds = ['browser', 'NetworkService', 'renderer'];
  const none = () => Object.fromEntries(kinds.map((kind) => [kind, []]));
  const work = { page: none(), Ferry: none() };
  await withBoard(async (at) => {
    for (let turn = 1; turn <= turns; turn += 1) {
      const curl = await sendWithCurl(at, throughputSize, pieces);
      const pid = browserPid(at.ferry.profile);
      const page = await withWork(pid, () => sendWithPage(at, throughputSize, path));
      const { send } = await sendWithFerry(at, path);
      let id;
      const own = await withWork(pid, () =>
        timed(at.sandbox, throughputSize, async () => {
          id = await send();
        }),
      );
      await at.until(id, ['published'], 60_000);
      rates.curl.push(curl.rate);
      for (const [name, { result, spent }] of Object.entries({ page, Ferry: own })) {
        rates[name].push(result.rate);
        for (const kind of kinds) work[name][kind].push(spent(kind));
      }
    }
  });
  const row = (own) => ({
    'MB/s': Math.round(median(own)),
    'each turn': own.map((rate) => rate.toFixed(0)).join(', '),
    'of curl': Number((median(own) / median(rates.curl)).toFixed(2)),
    'of a bare page': Number((median(own) / median(rates.page)).toFixed(2)),
  });
  say(`${throughputSize / 1e6} MB in ${pieces.length} chunks, median of ${turns} turns`);
  console.table({ curl: row(rates.curl), 'a bare page': row(rates.page), Ferry: row(rates.Ferry) });
  const seconds = (own) =>
    Object.fromEntries(kinds.map((kind) => [kind, Number(median(own[kind]).toFixed(2))]));
  say('processor seconds, by process:');
  console.table({ 'a bare page': seconds(work.page), Ferry: seconds(work.Ferry) });
}

async function memory(size) {
  const path = await film(size);
  await withBoard(async (at) => {
    // What the first upload of a browser loads is not the file's doing, but it is above idle all the same.
    await new Promise((settle) => setTimeout(settle, 8_000));
    const { result, peak, peakOwn, where } = await withPeak(browserPid(at.ferry.profile), async () => {
      const { send } = await sendWithFerry(at, path);
      return timed(at.sandbox, size, send);
    });
    say(
      `${size / 1e6} MB from the pick to the last byte: ${peak} MB above idle at most, ${peakOwn} MB without pages of files: ${where} (${result.rate.toFixed(0)} MB/s while watched)`,
    );
  });
  await rm(path);
}

try {
  if (!process.argv.includes('--memory')) await throughput();
  if (!process.argv.includes('--rate')) for (const size of memorySizes) await memory(size);
} finally {
  await rm(folder, { recursive: true, force: true });
}
