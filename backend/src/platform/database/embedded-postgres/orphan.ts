import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLineOf, eventually } from './processes.js';

/**
 * Clears what a dead supervisor left behind: a server that still runs is stopped in order, a pid file is made harmless.
 * Call it only while holding the lease.
 */
export async function stopOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  const read = async () => (await readFile(pidFile, 'utf8').catch(() => '')).split('\n');
  const pid = Number((await read())[0]);
  if (!pid) return;
  const isGone = async () => !(await isServerOf(cluster, pid));
  if (!(await isGone())) {
    log('正在停止上次遗留的数据库进程… Stopping the database server an earlier run left behind…');
    await stop(pid, isGone);
  }
  const [left, ...rest] = await read();
  if (left) await makeStale(pidFile, rest);
}

/**
 * The number in the pid file may by now belong to a stranger (after a reboot, in a restarted container) or to a zombie, and
 * PostgreSQL would refuse to start. Removing the file would also remove its check for children still writing; but its own
 * parent's number (ours) it takes for stale and goes on to that check.
 */
const makeStale = (pidFile: string, rest: string[]) => writeFile(pidFile, [process.pid, ...rest].join('\n'));

async function stop(pid: number, isGone: () => Promise<boolean>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    process.kill(pid, signal);
    if (await eventually(isGone, 15_000)) return;
  }
}

const isServerOf = async (cluster: string, pid: number) => (await commandLineOf(pid)).includes(` -D ${cluster} `);
