import { type ExportList, type ExportState, type Locale } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { KeyRing } from '../../../platform/crypto/key-ring.js';
import { open, seal } from '../../../platform/crypto/sealed-box.js';
import { Database } from '../../../platform/database/database.js';
import { type ClaimedExport, ExportJobs, type FinishedFile } from '../../application/export-jobs.js';
import { type ExportJob, LEASE_MS, MOST_ATTEMPTS } from '../../domain/export-job.js';

export interface ExportSqlRow {
  id: string;
  staff_id: string;
  staff_name: string;
  staff_number: string;
  list: ExportList;
  filter_sealed: Buffer;
  reason: string;
  is_full: boolean;
  locale: Locale;
  campus_ids: string[] | null;
  unit_ids: string[] | null;
  state: ExportState;
  requested_at: Date;
  finished_at: Date | null;
  expires_at: Date | null;
  attempts: number;
  rows: number;
  total: number | null;
  bytes: string | null;
}

const columns = sql`
  id, staff_id, staff_name, staff_number, list, filter_sealed, reason, is_full, locale, campus_ids, unit_ids, state,
  requested_at, finished_at, expires_at, attempts, rows, total, bytes`;

const PURPOSE = 'export';

@Injectable()
export class SqlExportJobs extends ExportJobs {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
  ) {
    super();
  }

  async add(job: ExportJob): Promise<void> {
    const { staff, scope } = job;
    await this.database.run(sql`
      insert into export_job (id, staff_id, staff_name, staff_number, list, filter_sealed, reason, is_full, locale, campus_ids, unit_ids, state, requested_at)
      values (${job.id}, ${staff.id}, ${staff.name}, ${staff.number}, ${job.list}, ${await this.sealed(JSON.stringify(job.filter))},
              ${job.reason}, ${job.isFull}, ${job.locale}, ${scope.campusIds}::uuid[], ${scope.unitIds}::uuid[], ${job.state}, ${job.requestedAt})
    `);
  }

  async ofStaff(staffId: string, id: string): Promise<ExportJob | null> {
    const [job] = await this.jobs(sql`where staff_id = ${staffId} and id = ${id}`);
    return job ?? null;
  }

  /** One's own, newest first. */
  latest(staffId: string, most: number): Promise<ExportJob[]> {
    return this.jobs(sql`where staff_id = ${staffId} order by requested_at desc, id desc limit ${most}`);
  }

  async underWay(staffId: string): Promise<number> {
    // Whoever asks twice at the same time is counted twice too.
    await this.database.rows(sql`select pg_advisory_xact_lock(hashtextextended(${staffId}, 32))`);
    const row = await this.database.first(sql<{ count: number }>`
      select count(*)::int as count from export_job where staff_id = ${staffId} and state in ('queued', 'running')
    `);
    return row?.count ?? 0;
  }

  async claim(worker: string, now: Date): Promise<ClaimedExport | null> {
    const rows = await this.database.rows(sql<ExportSqlRow>`
      update export_job set state = 'running', worker = ${worker}, lease_until = ${leaseFrom(now)}, attempts = attempts + 1,
             started_at = coalesce(started_at, ${now}), rows = 0
      where id = (
        select id from export_job
        where state = 'queued' or (state = 'running' and lease_until < ${now} and attempts < ${MOST_ATTEMPTS})
        order by requested_at for update skip locked limit 1)
      returning ${columns}
    `);
    const [row] = rows;
    return row ? { job: await this.jobOf(row), worker } : null;
  }

  async alive(claimed: ClaimedExport, { rows, total }: { rows: number; total: number | null }, now: Date) {
    return this.own(claimed, sql`rows = ${rows}, total = ${total}, lease_until = ${leaseFrom(now)}`);
  }

  async release(claimed: ClaimedExport): Promise<void> {
    await this.own(
      claimed,
      sql`state = 'queued', worker = null, lease_until = null, rows = 0, attempts = greatest(attempts - 1, 0)`,
    );
  }

  async finish(claimed: ClaimedExport, { rows, digest, bytes, key }: FinishedFile, at: Date, expiresAt: Date) {
    return this.own(
      claimed,
      sql`state = 'done', rows = ${rows}, total = ${rows}, digest = ${digest}, bytes = ${bytes}, finished_at = ${at},
          expires_at = ${expiresAt}, lease_until = null, file_key_sealed = ${await this.sealed(key)}`,
    );
  }

  fail(claimed: ClaimedExport, at: Date): Promise<boolean> {
    return this.own(claimed, sql`state = 'failed', finished_at = ${at}, lease_until = null`);
  }

  async giveUp(now: Date): Promise<ExportJob[]> {
    const rows = await this.database.rows(sql<ExportSqlRow>`
      update export_job set state = 'failed', finished_at = ${now}, lease_until = null
      where state = 'running' and lease_until < ${now} and attempts >= ${MOST_ATTEMPTS} returning ${columns}
    `);
    return Promise.all(rows.map((row) => this.jobOf(row)));
  }

  async cancel(id: string, at: Date): Promise<boolean> {
    const changed = await this.database.run(sql`
      update export_job set state = 'cancelled', finished_at = ${at}, lease_until = null
      where id = ${id} and state in ('queued', 'running')
    `);
    return changed === 1;
  }

  async keyOf(id: string): Promise<Buffer | null> {
    const row = await this.database.first(sql<{ file_key_sealed: Buffer | null }>`
      select file_key_sealed from export_job where id = ${id}
    `);
    return row?.file_key_sealed ? this.opened(row.file_key_sealed) : null;
  }

  async noteDownload(download: {
    id: string;
    exportId: string;
    staffId: string;
    name: string;
    at: Date;
  }): Promise<void> {
    await this.database.run(sql`
      insert into export_download (id, export_id, staff_id, staff_name, at)
      values (${download.id}, ${download.exportId}, ${download.staffId}, ${download.name}, ${download.at})
    `);
  }

  async expire(now: Date): Promise<string[]> {
    const rows = await this.database.rows(sql<{ id: string }>`
      update export_job set state = 'expired', file_key_sealed = null where state = 'done' and expires_at <= ${now} returning id
    `);
    return rows.map(({ id }) => id);
  }

  async forget(before: Date): Promise<void> {
    await this.database.run(sql`
      delete from export_job where state in ('failed', 'cancelled', 'expired') and coalesce(expires_at, finished_at) < ${before}
    `);
  }

  private async jobs(where: RawBuilder<unknown>): Promise<ExportJob[]> {
    const rows = await this.database.rows(sql<ExportSqlRow>`select ${columns} from export_job ${where}`);
    return Promise.all(rows.map((row) => this.jobOf(row)));
  }

  /** Changes a job as long as it runs, and runs here. */
  private async own({ job, worker }: ClaimedExport, change: RawBuilder<unknown>): Promise<boolean> {
    const changed = await this.database.run(sql`
      update export_job set ${change} where id = ${job.id} and worker = ${worker} and state = 'running'
    `);
    return changed === 1;
  }

  private async jobOf(row: ExportSqlRow): Promise<ExportJob> {
    return {
      id: row.id,
      staff: { id: row.staff_id, name: row.staff_name, number: row.staff_number },
      list: row.list,
      filter: JSON.parse((await this.opened(row.filter_sealed)).toString('utf8')) as Record<string, string>,
      reason: row.reason,
      isFull: row.is_full,
      locale: row.locale,
      scope: { campusIds: row.campus_ids, unitIds: row.unit_ids },
      state: row.state,
      requestedAt: row.requested_at,
      finishedAt: row.finished_at,
      expiresAt: row.expires_at,
      attempts: row.attempts,
      rows: row.rows,
      total: row.total,
      bytes: row.bytes === null ? null : Number(row.bytes),
    };
  }

  private async sealed(plain: Uint8Array | string): Promise<Buffer> {
    return seal((await this.keys.secret(PURPOSE)).secret, plain, PURPOSE);
  }

  private async opened(sealed: Buffer): Promise<Buffer> {
    return open((await this.keys.secret(PURPOSE)).secret, sealed, PURPOSE);
  }
}

const leaseFrom = (now: Date): Date => new Date(now.getTime() + LEASE_MS);
