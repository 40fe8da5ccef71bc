import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { AuditLog } from '../audit/audit-log.js';
import { Database } from '../database/database.js';
import { BLIND_LOCK, BLIND_PURPOSE, nextIndexInSql } from './blind-index.js';
import { KeyedColumns, type WrappedColumn } from './keyed-columns.js';
import { KeyRing } from './key-ring.js';
import { MasterKey } from './master-key.js';

const BATCH = 500;
/** Devices ask for keys with every bundle; whoever was away longer than this learns of them when he comes back. */
const OVERLAP_MS = 24 * 3_600_000;
/** Keys that sign: passes, what gates carry, checkpoints of the audit. */
export const SIGNING_PURPOSES = ['issuer', 'bundle', 'checkpoint'] as const;

const RING: WrappedColumn = {
  table: 'key_ring',
  column: 'sealed',
  id: `purpose || '/' || version`,
  idType: 'text',
  purposeOf: (id) => id.slice(0, id.lastIndexOf('/')),
};
const PEOPLE: WrappedColumn = {
  table: 'person_key',
  column: 'wrapped',
  id: 'id',
  idType: 'uuid',
  where: 'wrapped is not null',
  purposeOf: (id) => `person:${id}`,
};

/** Renews the keys of an installation while it runs. Every part can be stopped anywhere and begun again. */
@Injectable()
export class KeyRotation {
  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
    private readonly columns: KeyedColumns,
    private readonly keys: KeyRing,
    private readonly master: MasterKey,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** How many keys are not wrapped by the current master key, by table. */
  async remaining(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const column of this.all()) {
      const row = await this.within(() =>
        this.database.first(sql<{ count: number }>`select count(*)::int as count ${this.unlike(column)}`),
      );
      counts[column.table] = row?.count ?? 0;
    }
    return counts;
  }

  /** Wraps every key by the current master key, in small transactions; what is done already is passed over. */
  async rewrap(tell: (table: string, done: number) => void = () => undefined): Promise<number> {
    let all = 0;
    for (const column of this.all()) {
      let [after, done]: [string | null, number] = [null, 0];
      for (;;) {
        const batch = await this.batch(column, after);
        if (batch.length === 0) break;
        after = batch.at(-1) ?? null;
        tell(column.table, (done += batch.length));
      }
      all += done;
    }
    if (all > 0) await this.note('master', { rewrapped: all });
    return all;
  }

  /**
   * Brings every blind index to the next version of its key, in one transaction: until it commits nobody meets indexes of
   * two versions. Stopped in the middle it has done nothing, and the next attempt uses the same new key.
   */
  async renewIndexes(): Promise<number> {
    const next = await this.keys.addPending(BLIND_PURPOSE);
    await this.within(async () => {
      await this.database.run(sql`set local statement_timeout = 0`);
      await this.database.run(sql`select pg_advisory_xact_lock(${BLIND_LOCK})`);
      const turned = await this.database.run(sql`
        update key_ring set state = 'active' where purpose = ${BLIND_PURPOSE} and version = ${next.version} and state = 'pending'
      `);
      if (turned === 0) return;
      for (const statement of this.columns.indexes)
        await this.database.run(statement((index) => nextIndexInSql(next.secret, index)));
      await this.audit.append('keys.renewed', { kind: 'key', id: BLIND_PURPOSE }, { version: next.version });
    });
    this.keys.forget();
    return next.version;
  }

  /** New keys that sign from tomorrow on; earlier ones verify what they signed for as long as it is good. */
  async renewSigning(): Promise<{ purpose: string; version: number; from: Date }[]> {
    const renewed = [];
    for (const purpose of SIGNING_PURPOSES) {
      const from = new Date(this.clock.now().getTime() + OVERLAP_MS);
      const version = await this.keys.addSigning(purpose, from);
      await this.note(purpose, { version, from: from.toISOString() });
      renewed.push({ purpose, version, from });
    }
    return renewed;
  }

  private batch(column: WrappedColumn, after: string | null): Promise<string[]> {
    const { table, column: name, id, idType } = column;
    const [at, type, box] = [sql.raw(id), sql.raw(idType), sql.raw(name)];
    return this.within(async () => {
      const rows = await this.database.rows(sql<{ id: string; box: Buffer }>`
        select ${at} as id, ${box} as box ${this.unlike(column)} and (${after}::${type} is null or ${at} > ${after}::${type})
        order by 1 limit ${BATCH} for update
      `);
      const wrapped = rows.map((row) => {
        const purpose = column.purposeOf(row.id);
        return this.master.wrap(this.master.unwrap(row.box, purpose), purpose);
      });
      await this.database.run(sql`
        update ${sql.raw(table)} set ${box} = renewed.box
        from unnest(${rows.map((row) => row.id)}::${type}[], ${wrapped}::bytea[]) as renewed (id, box)
        where ${sql.raw(id.replace(/\b(id|purpose|version)\b/g, `${table}.$1`))} = renewed.id
      `);
      return rows.map((row) => row.id);
    });
  }

  private unlike({ table, column, where = 'true' }: WrappedColumn) {
    const { mark } = this.master;
    return sql`from ${sql.raw(table)} where ${sql.raw(where)}
      and substring(${sql.raw(column)} from 1 for ${sql.raw(String(mark.length))}) <> ${mark}`;
  }

  private all(): WrappedColumn[] {
    return [RING, PEOPLE, ...this.columns.wrapped];
  }

  private note(key: string, facts: Record<string, unknown>): Promise<void> {
    return this.within(() => this.audit.append('keys.renewed', { kind: 'key', id: key }, facts));
  }

  private within<T>(work: () => Promise<T>): Promise<T> {
    return this.em.fork().transactional(work);
  }
}
