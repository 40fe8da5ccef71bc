import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/platform/database/embedded-postgres/embedded-postgres.js';
import { migrate } from '../../src/platform/database/orm.js';
import { Client } from 'pg';

declare global {
  var embeddedPostgres: EmbeddedPostgres | undefined;
}

export const TEMPLATE = 'gatehouse_template';

/** Once per run: a PostgreSQL for all test files, and a migrated template that each file copies. */
export default async function startDatabase(): Promise<void> {
  const server = await startEmbeddedPostgres({ ephemeral: true });
  globalThis.embeddedPostgres = server;
  const owner = new Client({ connectionString: server.urlFor('postgres', 'owner') });
  await owner.connect();
  await owner.query(`create database ${TEMPLATE}`);
  await owner.end();
  await migrate(server.urlFor(TEMPLATE, 'owner'));
  process.env.TEST_OWNER_URL = server.urlFor('DATABASE', 'owner');
  process.env.TEST_APP_URL = server.urlFor('DATABASE', 'app');
}
