import { Injectable } from '@nestjs/common';
import { type ExportRow } from '@gatehouse/contract';
import { sql } from 'kysely';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { Database } from '../../../platform/database/database.js';
import { type ExportJob, shownState } from '../../domain/export-job.js';
import { FilterWords } from './filter-words.js';
import { SqlExportJobs } from './sql-export-jobs.js';
import { titleOf } from './titles.js';

const MOST = 50;

/** Exports as their person sees them. */
@Injectable()
export class ExportRows {
  constructor(
    private readonly jobs: SqlExportJobs,
    private readonly filterWords: FilterWords,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async latest(staffId: string): Promise<ExportRow[]> {
    return this.rows(await this.jobs.latest(staffId, MOST));
  }

  async one(staffId: string, id: string): Promise<ExportRow> {
    const job = await this.job(staffId, id);
    const [row] = await this.rows([job]);
    if (!row) throw new DomainError('export.not-found');
    return row;
  }

  async job(staffId: string, id: string): Promise<ExportJob> {
    const job = await this.jobs.ofStaff(staffId, id);
    if (!job) throw new DomainError('export.not-found');
    return job;
  }

  private async rows(jobs: ExportJob[]): Promise<ExportRow[]> {
    const downloads = await this.database.rows(sql<{ export_id: string; at: Date; staff_name: string }>`
      select export_id, at, staff_name from export_download where export_id = any(${jobs.map(({ id }) => id)}::uuid[]) order by at
    `);
    return Promise.all(
      jobs.map(async (job) => ({
        id: job.id,
        list: job.list,
        title: titleOf(job),
        filter: await this.filterWords.of(job),
        reason: job.reason,
        isFull: job.isFull,
        state: shownState(job, this.clock.now()),
        rows: job.rows,
        total: job.total,
        bytes: job.bytes,
        requestedAt: job.requestedAt.toISOString(),
        finishedAt: job.finishedAt?.toISOString() ?? null,
        expiresAt: job.expiresAt?.toISOString() ?? null,
        downloads: downloads
          .filter(({ export_id }) => export_id === job.id)
          .map(({ at, staff_name: by }) => ({ at: at.toISOString(), by })),
      })),
    );
  }
}
