import { existsSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locateBinaries } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { DataDirectoryInUse, takeLease } from './lease.js';
import { stopOrphan } from './orphan.js';
import { passwordsIn } from './passwords.js';
import { databaseName, ensureRoles, type Role, roleNames } from './roles.js';
import { Supervisor } from './supervisor.js';
import { handOver, unprivilegedIdentity } from './unprivileged.js';

interface Common {
  /** Wanted port; 0 or nothing means the one used last time. Another free one is used when it is taken. */
  port?: number;
  /** PostgreSQL settings, as in postgresql.conf. */
  settings?: Record<string, string>;
  log?: (line: string) => void;
}

export type EmbeddedPostgresOptions = Common &
  ({ dataDir: string; ephemeral?: false } | { dataDir?: string; ephemeral: true });

export interface EmbeddedPostgres {
  readonly port: number;
  readonly pid: number | undefined;
  /** The database `gatehouse` as its owner: migrations. */
  readonly ownerUrl: string;
  /** The database `gatehouse` as the application, which owns nothing. */
  readonly appUrl: string;
  urlFor(database: string, role: Role): string;
  stop(): Promise<void>;
}

interface Home {
  path: string;
  leave: () => Promise<void>;
}

/**
 * Starts the PostgreSQL that npm installed, on 127.0.0.1 only.
 * `ephemeral` is for tests: fast and forgetful, in a directory kept warm between runs or, when that one is
 * missing or busy, in a throwaway one.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = await enter(options);
  try {
    return await startIn(home, options).catch(async (error: unknown) => {
      if (!options.ephemeral) throw error;
      // Tests' data are worth nothing: whatever a crash left there makes place for a fresh cluster.
      await discardCluster(home.path);
      return startIn(home, options);
    });
  } catch (error) {
    await home.leave();
    throw error;
  }
}

async function startIn(home: Home, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log = () => undefined, ephemeral = false } = options;
  const cluster = join(home.path, 'cluster');
  const binaries = await locateBinaries();
  const passwords = await passwordsIn(home.path);
  const identity = await unprivilegedIdentity(binaries.postgres, home.path, cluster);
  if (existsSync(cluster)) await stopOrphan(cluster, log);
  await ensureCluster(cluster, binaries, identity, {
    superuserPassword: passwords.superuser,
    durable: !ephemeral,
    log,
  });
  await handOver(cluster, identity);

  const url = (port: number, user: string, password: string, database: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
  const superuserUrl = (port: number) => url(port, 'postgres', passwords.superuser, 'postgres');
  const settings = { ...(ephemeral ? forgetful : {}), ...options.settings };
  const wantedPort = options.port ?? 0;
  const server = await Supervisor.start({
    binaries,
    identity,
    home: home.path,
    cluster,
    settings,
    wantedPort,
    superuserUrl,
    log,
  });
  try {
    await ensureRoles(superuserUrl(server.port), passwords, ephemeral);
  } catch (error) {
    await server.stop('SIGINT');
    throw error;
  }

  const urlFor = (database: string, role: Role) => url(server.port, roleNames[role], passwords[role], database);
  return {
    port: server.port,
    get pid() {
      return server.pid;
    },
    ownerUrl: urlFor(databaseName, 'owner'),
    appUrl: urlFor(databaseName, 'app'),
    urlFor,
    stop: async () => {
      await server.stop(ephemeral ? 'SIGQUIT' : 'SIGINT');
      await home.leave();
    },
  };
}

const forgetful = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

async function enter({ dataDir, ephemeral }: EmbeddedPostgresOptions): Promise<Home> {
  try {
    if (dataDir) {
      const leave = await takeLease(dataDir);
      return { path: await realpath(dataDir), leave };
    }
  } catch (error) {
    if (!ephemeral || !(error instanceof DataDirectoryInUse)) throw error;
  }
  const path = await realpath(await mkdtemp(join(tmpdir(), 'gatehouse-postgres-')));
  return { path, leave: () => rm(path, { recursive: true, force: true }) };
}

async function discardCluster(home: string): Promise<void> {
  for (const name of ['cluster', 'passwords.json']) await rm(join(home, name), { recursive: true, force: true });
}
