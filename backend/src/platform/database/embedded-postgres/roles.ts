import pg from 'pg';
import { type Passwords } from './passwords.js';

export const databaseName = 'gatehouse';
export const roleNames = { owner: 'gatehouse_owner', app: 'gatehouse_app' } as const;
export type Role = keyof typeof roleNames;

/**
 * The owner migrates, the application signs in as somebody who owns nothing: what it may touch, migrations grant.
 * Tests' servers let the owner also make databases from a template.
 */
export async function ensureRoles(
  superuserUrl: string,
  passwords: Passwords,
  mayCreateDatabases: boolean,
): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const known = await client.query<{ rolname: string }>('select rolname from pg_roles');
    for (const role of ['owner', 'app'] as const) {
      if (known.rows.some(({ rolname }) => rolname === roleNames[role])) continue;
      await client.query(`create role ${roleNames[role]} login password ${client.escapeLiteral(passwords[role])}`);
    }
    if (mayCreateDatabases) await client.query(`alter role ${roleNames.owner} createdb`);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (!rowCount) await client.query(`create database ${databaseName} owner ${roleNames.owner}`);
  } finally {
    await client.end();
  }
}
