import { readdirSync, readFileSync } from 'node:fs';

/** Proportional memory of a process and all below it, in MB. */
function treeMemory(rootPid) {
  const parents = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended while we looked.
    }
  }
  const family = new Set([rootPid]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [pid, parent] of parents) {
      if (family.has(parent) && !family.has(pid)) {
        family.add(pid);
        grew = true;
      }
    }
  }
  let kilobytes = 0;
  for (const pid of family) {
    try {
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // It ended while we looked.
    }
  }
  return kilobytes / 1_000;
}

/** Runs the work, and the most memory that was seen meanwhile above what was there before. */
export async function withPeak(rootPid, work) {
  const before = treeMemory(rootPid);
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, treeMemory(rootPid));
  }, 50);
  try {
    const result = await work();
    return { result, peak: Math.round(peak - before), before: Math.round(before) };
  } finally {
    clearInterval(timer);
  }
}
