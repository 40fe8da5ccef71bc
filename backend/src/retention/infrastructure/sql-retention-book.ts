import { Injectable } from '@nestjs/common';
import { type RetentionKind, type RetentionRun, type RetentionView } from '@gatehouse/contract';
import { sql } from 'kysely';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Database } from '../../platform/database/database.js';
import { RetentionBook, type SetTerms } from '../application/retention-book.js';
import { type Days } from '../domain/retention-terms.js';

/** Any fixed number: versions are added one after the other. */
const LOCK = 731_034;
const SHOWN = 10;

interface RunRow {
  id: string;
  started_at: Date;
  finished_at: Date;
  run_by: string;
  counts: RetentionRun['counts'];
  is_complete: boolean;
}

@Injectable()
export class SqlRetentionBook extends RetentionBook {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {
    super();
  }

  async days(): Promise<{ version: number; days: Days }> {
    const row = await this.database.first(sql<{ version: number; days: Days }>`
      select version, days from retention_terms order by version desc limit 1
    `);
    return row ?? { version: 0, days: {} };
  }

  async daysForChange(): Promise<{ version: number; days: Days }> {
    await this.database.run(sql`select pg_advisory_xact_lock(${LOCK})`);
    return this.days();
  }

  async add({ version, days, reason, by, at }: SetTerms, changed: RetentionKind[]): Promise<void> {
    await this.database.run(sql`
      insert into retention_terms (version, days, reason, set_by, set_at)
      values (${version}, ${JSON.stringify(days)}, ${reason}, ${by}, ${at})
    `);
    const set = Object.fromEntries(changed.map((kind) => [kind, days[kind]]));
    await this.audit.append('retention.set', { kind: 'retention', id: String(version) }, { set, reason }, at);
  }

  /** A run that found nothing is kept for the day it ran, and leaves no entry. */
  async write({ id, startedAt, finishedAt, by, counts, isComplete }: RetentionRun): Promise<void> {
    await this.database.run(sql`
      delete from retention_run where counts = '{}' and started_at < ${startedAt}::timestamptz - interval '1 day'
    `);
    await this.database.run(sql`
      insert into retention_run (id, started_at, finished_at, run_by, counts, is_complete)
      values (${id}, ${startedAt}, ${finishedAt}, ${by}, ${JSON.stringify(counts)}, ${isComplete})
    `);
    if (Object.keys(counts).length > 0)
      await this.audit.append('retention.ended', { kind: 'retention', id }, { counts, isComplete });
  }

  async history(): Promise<Pick<RetentionView, 'holds' | 'versions' | 'runs'>> {
    const held = await this.database.first(
      sql<{ count: number }>`select count(*)::int as count from legal_hold where released_at is null`,
    );
    const versions = await this.database.rows(sql<{ version: number; set_at: Date; by: string; reason: string }>`
      select version, set_at, set_by as by, reason from retention_terms order by version desc limit ${SHOWN}
    `);
    const runs = await this.database.rows(sql<RunRow>`
      select id, started_at, finished_at, run_by, counts, is_complete from retention_run order by started_at desc limit ${SHOWN}
    `);
    return {
      holds: held?.count ?? 0,
      versions: versions.map(({ set_at: setAt, ...version }) => ({ ...version, setAt: setAt.toISOString() })),
      runs: runs.map(runOf),
    };
  }
}

const runOf = (row: RunRow): RetentionRun => ({
  id: row.id,
  startedAt: row.started_at.toISOString(),
  finishedAt: row.finished_at.toISOString(),
  by: row.run_by,
  counts: row.counts,
  isComplete: row.is_complete,
});
