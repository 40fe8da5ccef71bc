import { readdir, readFile } from 'node:fs/promises';

const TICK_MS = 10;

/** Processor time that a process has spent in children, running and ended; 0 where there is no /proc. */
export async function processorMsOfChildren(parent: number | undefined): Promise<number> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map(statOf));
  const ticks = stats.map(({ pid, ppid, own, ofEnded }) => {
    if (pid === String(parent)) return ofEnded;
    return ppid === String(parent) ? own + ofEnded : 0;
  });
  return ticks.reduce((sum, one) => sum + one, 0) * TICK_MS;
}

/** User and system time, own and of ended children: fields 14 to 17 of proc_pid_stat(5). */
async function statOf(pid: string) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const sum = (...at: number[]) => at.reduce((total, index) => total + Number(fields[index] ?? 0), 0);
  return { pid, ppid: fields[1], own: sum(11, 12), ofEnded: sum(13, 14) };
}
