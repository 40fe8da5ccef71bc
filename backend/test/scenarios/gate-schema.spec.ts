import { describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { TEMPLATE } from '../support/start-database.js';

describe('the passage log', () => {
  it('has a partition for the months around now, and makes another one once', async () => {
    const database = new Client({ connectionString: (process.env.TEST_APP_URL ?? '').replace(/DATABASE$/, TEMPLATE) });
    await database.connect();
    const made = async () =>
      (await database.query<{ made: boolean }>(`select gatehouse_make_passage_month('2031-05-07') as made`)).rows[0];
    await database.query('begin');
    expect(await made()).toEqual({ made: true });
    expect(await made()).toEqual({ made: false });
    await database.query('rollback');
    const { rows } = await database.query(
      `select count(*)::int as months from pg_inherits where inhparent = 'passage'::regclass`,
    );
    expect(rows).toEqual([{ months: 6 }]);
    await database.end();
  });
});
