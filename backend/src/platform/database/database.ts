import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { CompiledQuery, type RawBuilder } from 'kysely';

/**
 * Typed SQL for reads and for rows that are no aggregate. Joins the transaction of the running command.
 * Statements are written with kysely's `sql` template, so every value is a bound parameter.
 */
@Injectable()
export class Database {
  constructor(private readonly em: EntityManager) {}

  /** What stands for the running transaction; null outside of one. */
  get transaction(): object | null {
    return this.em.getTransactionContext<object>() ?? null;
  }

  async rows<T>(query: RawBuilder<T>): Promise<T[]> {
    const result = await query.execute(this.em.getKysely());
    return result.rows;
  }

  async first<T>(query: RawBuilder<T>): Promise<T | null> {
    const rows = await this.rows(query);
    return rows[0] ?? null;
  }

  /** Runs a statement and answers how many rows it changed. */
  async run(query: RawBuilder<unknown>): Promise<number> {
    const result = await query.execute(this.em.getKysely());
    return Number(result.numAffectedRows ?? 0);
  }

  /** A statement of the hot path (`$1`, `$2` …) within the running command. */
  async numbered<T>(text: string, values: readonly unknown[]): Promise<T[]> {
    const { rows } = await this.em.getKysely().executeQuery<T>(CompiledQuery.raw(text, [...values]));
    return rows;
  }
}
