import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/platform/database/embedded-postgres/embedded-postgres.js';
import { migrate } from '../../src/platform/database/orm.js';
import { projectRoot } from '../../src/platform/project-root.js';
import { fill } from './fill.js';

export interface University {
  name: string;
  dataDir: string;
  postgres: EmbeddedPostgres;
}

/** Filling may lose everything: whoever interrupts it deletes the folder. Afterwards the server runs as it always does. */
const careless = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_wal_size: '512MB',
  checkpoint_timeout: '1h',
};

/** The database of a university with so many days of history, filled up to this moment. */
export async function universityOf(
  name: string,
  days: number,
  phones: number,
  say: (line: string) => void,
): Promise<University> {
  const dataDir = join(projectRoot, '.data', 'bench', `growth-${name}`);
  await mkdir(dataDir, { recursive: true });
  const place = { dataDir: join(dataDir, 'postgres') };
  const began = performance.now();
  const filling = await startEmbeddedPostgres({ ...place, settings: careless });
  try {
    await migrate(filling.ownerUrl);
    await fill({ ownerUrl: filling.ownerUrl, days, phones, say });
  } finally {
    await filling.stop();
  }
  say(`${name}: filled in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return { name, dataDir, postgres: await startEmbeddedPostgres({ ...place, settings: { max_wal_size: '512MB' } }) };
}
