import { sql } from 'kysely';
import { type Database } from '../src/platform/database/database.js';

const AT_ONCE = 2000;

type Row = Record<string, unknown>;

/** Inserts many rows of one shape with few statements; columns not named keep their defaults. */
export async function insertAll(database: Database, table: string, rows: Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).map((column) => sql.ref(column));
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const json = JSON.stringify(rows.slice(start, start + AT_ONCE).map(plainRow));
    await database.run(sql`
      insert into ${sql.table(table)} (${sql.join(columns)})
      select ${sql.join(columns)} from jsonb_populate_recordset(null::${sql.table(table)}, ${json}::jsonb)
    `);
  }
}

/** Bytes travel as PostgreSQL writes them in hexadecimal. */
const plainRow = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value,
    ]),
  );
