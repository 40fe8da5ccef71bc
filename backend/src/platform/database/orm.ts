import { type EntitySchema, MikroORM } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { defineConfig } from '@mikro-orm/postgresql';
import { types } from 'pg';
import { migrations } from '../../../migrations/index.js';
import { instantOf } from './instant.js';

/** Where the database is: the owner migrates, the application only works in it. */
export interface DatabaseAddress {
  ownerUrl: string;
  appUrl: string;
}

/** The role that every connection of the application takes on: no ownership, no change of the audit. */
export const APP_ROLE = 'gatehouse_app';

export const ormConfig = (appUrl: string, pool: number, schemas: EntitySchema[]) =>
  defineConfig({
    clientUrl: appUrl,
    entities: schemas,
    // Initial values of class fields are the domain's business, not column defaults.
    discovery: { inferDefaultValues: false },
    pool: { min: 0, max: pool },
    driverOptions: {
      // Answers are wanted in milliseconds, and many at once: helpers for one of them take longer to come than they save.
      options: `-c role=${APP_ROLE} -c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000 -c max_parallel_workers_per_gather=0`,
      types: readingInstants,
    },
    allowGlobalContext: false,
  });

const TIMESTAMPTZ = 1184;
const DATE = 1082;

/**
 * The ORM leaves instants as text for its own hydration; typed SQL needs them as `Date`, which hydration takes as well.
 * Campus dates stay text: as a `Date` they would shift with the time zone of the machine.
 */
const readingInstants = {
  getTypeParser: (oid: number, format: 'text' | 'binary' = 'text'): ((text: string) => unknown) => {
    if (oid === TIMESTAMPTZ) return instantOf;
    return oid === DATE ? (text: string) => text : (types.getTypeParser(oid, format) as (text: string) => unknown);
  },
};

const ADVISORY_LOCK = 4_720_001;

/** Brings the database up to date. Many processes may start at once: an advisory lock lets one migrate. */
export async function migrate(ownerUrl: string): Promise<number> {
  const orm = await MikroORM.init(
    defineConfig({
      clientUrl: ownerUrl,
      entities: [],
      discovery: { warnWhenNoEntities: false },
      logger: () => undefined,
      extensions: [Migrator],
      pool: { min: 0, max: 3 },
      migrations: { migrationsList: migrations, snapshot: false, tableName: 'migration' },
    }),
  );
  try {
    return await orm.em.fork().transactional(async (em) => {
      await em.execute('select pg_advisory_xact_lock(?)', [ADVISORY_LOCK]);
      return (await orm.migrator.up()).length;
    });
  } finally {
    await orm.close();
  }
}
