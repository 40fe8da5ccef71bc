import { Injectable } from '@nestjs/common';
import { type PartCounts, type SyncLineView, type SyncReport, type SyncRun } from '@gatehouse/contract';
import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';

const NEWEST = 50;
const MOST_LINES = 2000;

interface RunRow extends Omit<SyncRun, 'counts' | 'at'> {
  counts: Record<string, number>;
  at: Date;
}

const selectRun = sql<RunRow>`
  select id, origin, label, complete, outcome, counts, failure, started_by_name as "startedByName", at from directory_sync
`;

const selectLines = (syncId: string) =>
  sql<SyncLineView>`
    select part, action, row, key, name, unit, fields, code from directory_sync_line where sync_id = ${syncId} order by position
  `;

/** The runs of the sync and what they report. */
@Injectable()
export class SyncRunsQuery {
  constructor(private readonly database: Database) {}

  async newest(): Promise<SyncRun[]> {
    return (await this.database.rows(sql<RunRow>`${selectRun} order by at desc, id desc limit ${NEWEST}`)).map(runOf);
  }

  async report(syncId: string): Promise<SyncReport> {
    const row = await this.database.first(sql<RunRow>`${selectRun} where id = ${syncId}`);
    if (!row) throw new DomainError('directory.sync-not-found');
    const run = runOf(row);
    const lines = await this.database.rows(sql<SyncLineView>`${selectLines(syncId)} limit ${MOST_LINES}`);
    const counted = await this.database.first(sql<{ count: number }>`
      select count(*)::int as count from directory_sync_line where sync_id = ${syncId}
    `);
    return { ...run, lines, lineCount: counted?.count ?? 0, toConfirm: toConfirm(run) };
  }

  async lines(syncId: string): Promise<SyncLineView[]> {
    if (!(await this.database.first(sql`select from directory_sync where id = ${syncId}`)))
      throw new DomainError('directory.sync-not-found');
    return this.database.rows(selectLines(syncId));
  }
}

function toConfirm({ counts: { unit, staff } }: SyncRun): number | null {
  const many = staff.leaving > staff.allowed || unit.closing > unit.allowed;
  return many ? staff.leaving + unit.closing : null;
}

function runOf({ counts, at, ...row }: RunRow): SyncRun {
  const count = (name: string): number => counts[name] ?? 0;
  const part = (name: 'unit' | 'staff'): PartCounts => ({
    added: count(`${name}.added`),
    changed: count(`${name}.changed`),
    unchanged: count(`${name}.unchanged`),
    rejected: count(`${name}.rejected`),
    noted: count(`${name}.noted`),
    allowed: count(`${name}.allowed`),
  });
  return {
    ...row,
    at: at.toISOString(),
    counts: {
      unit: { ...part('unit'), closing: count('unit.closing'), reopening: count('unit.reopening') },
      staff: {
        ...part('staff'),
        moved: count('staff.moved'),
        leaving: count('staff.leaving'),
        returning: count('staff.returning'),
      },
    },
  };
}
