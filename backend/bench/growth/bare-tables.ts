import { type Client } from 'pg';

interface Definition {
  name: string;
  owner: string;
  definition: string;
}

/**
 * Does something with these tables stripped of indexes and keys, and puts all of it back afterwards: millions of
 * rows come in many times faster, and the indexes end up as tight as if nobody had ever paged through them.
 */
export async function stripped(database: Client, tables: string[], work: () => Promise<void>): Promise<void> {
  const named = `any('{${tables.join(',')}}'::regclass[])`;
  const constraints = (condition: string) =>
    rows(
      database,
      `select conname as name, conrelid::regclass::text as owner, pg_get_constraintdef(oid) as definition from pg_constraint
       where conparentid = 0 and ${condition} order by conname`,
    );
  const foreign = await constraints(`contype = 'f' and (conrelid = ${named} or confrelid = ${named})`);
  const keys = await constraints(`contype in ('p', 'u') and conrelid = ${named}`);
  await drop(database, [...foreign, ...keys]);
  const indexes = await rows(
    database,
    `select indexrelid::regclass::text as name, indrelid::regclass::text as owner, pg_get_indexdef(indexrelid) as definition
     from pg_index where indrelid = ${named}`,
  );
  for (const { name } of indexes) await database.query(`drop index ${name}`);

  await work();

  for (const { definition } of indexes) await database.query(definition.replace(' ON ONLY ', ' ON '));
  for (const { owner, name, definition } of [...keys, ...foreign])
    await database.query(`alter table ${owner} add constraint ${name} ${definition}`);
}

async function drop(database: Client, constraints: Definition[]): Promise<void> {
  for (const { owner, name } of constraints) await database.query(`alter table ${owner} drop constraint ${name}`);
}

async function rows(database: Client, text: string): Promise<Definition[]> {
  return (await database.query<Definition>(text)).rows;
}
