import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MikroORM } from '@mikro-orm/core';
import { type SchemaGenerator } from '@mikro-orm/postgresql';
import { migrations } from '../migrations/index.js';
import { migrate } from '../src/platform/database/orm.js';
import { House } from './support/house.js';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

/** The database may have more than the mapping says: indexes, constraints, defaults, columns for searching. */
const surplus = /^drop index |drop constraint |drop default$/;

/** What the mapped classes want from the database that the migrations do not give them. */
async function drift(): Promise<string[]> {
  const schema = house.app.get(MikroORM).schema as unknown as SchemaGenerator;
  const script = await schema.getUpdateSchemaSQL({ wrap: false, safe: true });
  const statements = script.split(';').map((line) => line.trim());
  return statements.filter((line) => line && !surplus.test(line));
}

/** `0001-platform.ts` holds `Migration0001Platform`. */
const classIn = (file: string): string =>
  `Migration${file
    .replace(/\.ts$/, '')
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}`;

describe('the migrations', () => {
  it('are all there, in the order of their files, and applied', async () => {
    const files = readdirSync(join(import.meta.dirname, '../migrations')).filter((file) => /^\d/.test(file));
    const listed = migrations.map(({ name }) => name);
    expect(listed).toEqual(files.sort().map(classIn));
    const { rows } = await house.database.query<{ name: string }>('select name from migration order by id');
    expect(rows.map(({ name }) => name)).toEqual(listed);
  });

  it('do nothing the second time', async () => {
    expect(await migrate(house.ownerUrl)).toBe(0);
  });

  it('give the mapped classes every column they want', async () => {
    expect(await drift()).toEqual([]);
  });

  it('would show a missing column and one of another type', async () => {
    await house.database.query('alter table visit drop column closing_note');
    await house.database.query('alter table blacklist_entry alter column level type int using 0');
    expect((await drift()).join()).toMatch(/"level".*"closing_note"|"closing_note".*"level"/s);
  });
});
