import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Binaries } from './binaries.js';
import { handOver, type Identity } from './unprivileged.js';

/** Makes the cluster beside its place and moves it in when complete: a killed first start leaves no half cluster. */
export async function ensureCluster(
  cluster: string,
  { initdb }: Binaries,
  identity: Identity,
  options: { superuserPassword: string; durable: boolean; log: (line: string) => void },
): Promise<void> {
  if (existsSync(join(cluster, 'PG_VERSION'))) return handOver(cluster, identity);
  options.log('首次启动，正在创建内置数据库… First start: creating the embedded database…');
  const unfinished = `${cluster}.init`;
  const passwordFile = `${cluster}.pw`;
  // Retries: the children of an initdb that was killed a moment ago may still be writing.
  await rm(unfinished, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  await mkdir(unfinished, { mode: 0o700 });
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, options.superuserPassword, { mode: 0o600 });
  await handOver(unfinished, identity);
  await handOver(passwordFile, identity);
  const args = ['-D', unfinished, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  args.push('--locale=C.UTF-8', '-E', 'UTF8', '--no-instructions', ...(options.durable ? [] : ['--no-sync']));
  const [command = initdb, ...rest] = [...identity.prefix, initdb, ...args];
  try {
    await promisify(execFile)(command, rest, { ...identity.spawnAs, cwd: '/' });
    await rename(unfinished, cluster);
  } finally {
    await rm(passwordFile, { force: true });
  }
}
