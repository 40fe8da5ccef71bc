import { Injectable } from '@nestjs/common';
import { type JobRow } from '@gatehouse/contract';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { KnownJobs } from './known-jobs.js';

interface Row {
  name: string;
  started_at: Date;
  seconds: number;
  failed: boolean;
  error: string | null;
  last_success_at: Date | null;
}

/** The recurring work: what failed first, then what has been silent for longest. */
@Injectable()
export class JobsQuery {
  constructor(
    private readonly database: Database,
    private readonly jobs: KnownJobs,
  ) {}

  async rows(): Promise<JobRow[]> {
    const runs = await this.database.rows(sql<Row>`
      select name, started_at, extract(epoch from finished_at - started_at)::float8 as seconds, failed, error, last_success_at
      from job_run
    `);
    const rows = this.jobs.all().map(({ name, seconds }) => {
      const run = runs.find((one) => one.name === name);
      const nextAt = run ? new Date(run.started_at.getTime() + seconds * 1000).toISOString() : null;
      return {
        name,
        everySeconds: seconds,
        startedAt: run?.started_at.toISOString() ?? null,
        seconds: run ? Math.max(0, run.seconds) : null,
        failed: run?.failed ?? false,
        error: run?.error ?? null,
        lastSuccessAt: run?.last_success_at?.toISOString() ?? null,
        nextAt,
        mayRun: this.jobs.mayRun(name),
      };
    });
    return rows.sort((a, b) => Number(b.failed) - Number(a.failed) || a.name.localeCompare(b.name));
  }
}
