import { type RawBuilder, sql } from 'kysely';
import { type Database } from '../database/database.js';
import { type Due, type KeptKind } from './kept-kind.js';

/** Rows of one table whose time begins at a column; all parts are written by us, never by callers. */
export interface KeptRows {
  table: string;
  /** columns of the primary key */
  key: string;
  at: string;
  /** which rows still hold something */
  where: string;
  /** assignments that blank it; absent = the row goes */
  blank?: string;
}

/** Ends rows by one statement per batch. The table is called `kept` in every part. */
export function keptRows(database: Database, { table, key, at, where, blank }: KeptRows): KeptKind {
  const over = (before: Date): RawBuilder<unknown> =>
    sql`from ${sql.raw(table)} kept where ${sql.raw(at)} <= ${before} and (${sql.raw(where)})`;
  return {
    async due(before): Promise<Due> {
      const row = await database.first(
        sql<Due>`select count(*)::int as count, min(${sql.raw(at)}) as oldest, max(${sql.raw(at)}) as newest ${over(before)}`,
      );
      return row ?? { count: 0, oldest: null, newest: null };
    },
    end(before, atMost) {
      const batch = sql`(select ${sql.raw(key)} ${over(before)} order by ${sql.raw(at)} limit ${atMost} for update skip locked)`;
      return database.run(
        blank
          ? sql`update ${sql.raw(table)} set ${sql.raw(blank)} where (${sql.raw(key)}) in ${batch}`
          : sql`delete from ${sql.raw(table)} where (${sql.raw(key)}) in ${batch}`,
      );
    },
  };
}
