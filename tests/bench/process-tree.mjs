import { readdirSync, readFileSync } from 'node:fs';

/**
 * Memory (MB, shared pages counted once) and processor time (s) of a process and all below it. `own` leaves out pages
 * of files, such as the program itself: how many of those count depends on who else runs the same program.
 */
function readTree(rootPid) {
  const stats = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      stats.set(Number(name), { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) });
    } catch {
      // It ended while we looked.
    }
  }
  const family = new Set([rootPid]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [pid, { parent }] of stats) {
      if (family.has(parent) && !family.has(pid)) {
        family.add(pid);
        grew = true;
      }
    }
  }
  let kilobytes = 0;
  let own = 0;
  let ticks = 0;
  const kinds = new Map();
  const work = new Map();
  for (const pid of family) {
    ticks += stats.get(pid)?.ticks ?? 0;
    try {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      const read = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(rollup)?.[1] ?? 0);
      const ownHere = read('Pss_Anon') + read('Pss_Shmem');
      kilobytes += read('Pss');
      own += ownHere;
      const kind = kindOf(pid);
      kinds.set(kind, (kinds.get(kind) ?? 0) + ownHere / 1_000);
      work.set(kind, (work.get(kind) ?? 0) + (stats.get(pid)?.ticks ?? 0) / 100);
    } catch {
      // It ended while we looked.
    }
  }
  return { memory: kilobytes / 1_000, own: own / 1_000, cpu: ticks / 100, kinds, work };
}

/** What a process of a browser is there for. */
function kindOf(pid) {
  const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  const [, service] = /--utility-sub-type=\w+\.mojom\.(\w+)/.exec(line) ?? [];
  return service ?? /--type=([\w-]+)/.exec(line)?.[1] ?? 'browser';
}

/** Where the memory went, in MB, the largest growth first. */
function growth(before, after) {
  return [...after]
    .map(([kind, memory]) => [kind, Math.round(memory - (before.get(kind) ?? 0))])
    .filter(([, memory]) => memory > 1)
    .toSorted(([, one], [, other]) => other - one)
    .map(([kind, memory]) => `${kind} ${memory}`)
    .join(', ');
}

/** Runs the work; the processor time it took of each kind of process, in seconds. */
export async function withWork(rootPid, work) {
  const before = readTree(rootPid).work;
  const result = await work();
  const after = readTree(rootPid).work;
  const spent = (kind) => (after.get(kind) ?? 0) - (before.get(kind) ?? 0);
  return { result, spent };
}

/** Runs the work; the most memory seen meanwhile above what was there before, and the processor time it took. */
export async function withPeak(rootPid, work) {
  const before = readTree(rootPid);
  let [peak, peakOwn, where] = [before.memory, before.own, ''];
  const timer = setInterval(() => {
    const { memory, own, kinds } = readTree(rootPid);
    peak = Math.max(peak, memory);
    if (own > peakOwn) where = growth(before.kinds, kinds);
    peakOwn = Math.max(peakOwn, own);
  }, 100);
  try {
    const result = await work();
    const { cpu } = readTree(rootPid);
    return {
      result,
      peak: Math.round(peak - before.memory),
      peakOwn: Math.round(peakOwn - before.own),
      where,
      cpu: (cpu - before.cpu).toFixed(1),
    };
  } finally {
    clearInterval(timer);
  }
}
