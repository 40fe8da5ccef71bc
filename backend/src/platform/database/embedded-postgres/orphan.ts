import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLineOf, eventually } from './processes.js';

/**
 * Clears what a dead supervisor left behind. Call it only while holding the lease.
 * A server that still runs is stopped in order; a pid file whose number now belongs to a stranger (after a reboot or in a
 * restarted container) is removed, because PostgreSQL would take the stranger for itself and refuse to start.
 */
export async function stopOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  const isGone = async () => !(await isServerOf(cluster, pid));
  if (await isGone()) {
    if (await commandLineOf(pid)) await rm(pidFile, { force: true });
    return;
  }
  log('正在停止上次遗留的数据库进程… Stopping the database server an earlier run left behind…');
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    process.kill(pid, signal);
    if (await eventually(isGone, 15_000)) return;
  }
}

const isServerOf = async (cluster: string, pid: number) => (await commandLineOf(pid)).includes(` -D ${cluster} `);
