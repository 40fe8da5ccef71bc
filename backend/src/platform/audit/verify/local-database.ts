import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../database/embedded-postgres/embedded-postgres.js';
import { holderOf } from '../../database/embedded-postgres/lease.js';
import { passwordsIn } from '../../database/embedded-postgres/passwords.js';
import { databaseName, roleNames } from '../../database/embedded-postgres/roles.js';

export interface LocalDatabase {
  url: string;
  leave: () => Promise<void>;
}

/** The embedded database of a data directory: the running one, or else started for as long as it is needed. Null when there is none. */
export async function localDatabase(dataDir: string): Promise<LocalDatabase | null> {
  const home = join(dataDir, 'postgres');
  if (!existsSync(join(home, 'cluster'))) return null;
  if ((await holderOf(home)) === undefined) {
    const server = await startEmbeddedPostgres({ dataDir: home });
    return { url: server.appUrl, leave: () => server.stop() };
  }
  const [port, passwords] = [await readFile(join(home, 'port'), 'utf8'), await passwordsIn(home)];
  const url = `postgresql://${roleNames.app}:${passwords.app}@127.0.0.1:${port}/${databaseName}`;
  return { url, leave: () => Promise.resolve() };
}
