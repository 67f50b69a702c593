import { readdirSync, readFileSync } from 'node:fs';

/** Memory (MB, shared pages counted once) and processor time (s) of a process and all below it. */
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
  let ticks = 0;
  for (const pid of family) {
    ticks += stats.get(pid)?.ticks ?? 0;
    try {
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // It ended while we looked.
    }
  }
  return { memory: kilobytes / 1_000, cpu: ticks / 100 };
}

/** Runs the work; the most memory seen meanwhile above what was there before, and the processor time it took. */
export async function withPeak(rootPid, work) {
  const before = readTree(rootPid);
  let peak = before.memory;
  const timer = setInterval(() => {
    peak = Math.max(peak, readTree(rootPid).memory);
  }, 100);
  try {
    const result = await work();
    const { cpu } = readTree(rootPid);
    return { result, peak: Math.round(peak - before.memory), cpu: (cpu - before.cpu).toFixed(1) };
  } finally {
    clearInterval(timer);
  }
}
