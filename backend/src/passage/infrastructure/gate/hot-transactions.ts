import { Injectable } from '@nestjs/common';
import { type PoolClient, type QueryConfig, type QueryResultRow } from 'pg';
import { HotPool } from '../../../platform/database/database.module.js';

/** The last statement of a transaction, sent together with its commit. */
export type Finish = <R extends QueryResultRow>(query: QueryConfig) => Promise<R[]>;

/**
 * Transactions on the plain connections of the hot path. The connections pipeline: `begin` travels with the first
 * statement and `commit` with the last, so a transaction of two statements takes two round trips.
 */
@Injectable()
export class HotTransactions {
  constructor(private readonly pool: HotPool) {}

  /** `work` must end with `finish`; whatever it throws rolls everything back. */
  async run<T>(work: (client: PoolClient, finish: Finish) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let isBroken = false;
    try {
      const began = client.query('begin');
      const finish: Finish = async (query) => {
        const [{ rows }] = await Promise.all([client.query(query), client.query('commit')]);
        return rows as never;
      };
      const [answer] = await Promise.all([work(client, finish), began]);
      return answer;
    } catch (error) {
      await client.query('rollback').catch(() => (isBroken = true));
      throw error;
    } finally {
      client.release(isBroken);
    }
  }

  async read<R extends QueryResultRow>(text: string, values: unknown[]): Promise<R[]> {
    return (await this.pool.query<R>(text, values)).rows;
  }
}
