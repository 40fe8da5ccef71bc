import { Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { type PoolClient } from 'pg';
import { JobPool } from '../database/database.module.js';

interface Job {
  seconds: number;
  name: string;
  work: () => Promise<unknown>;
}

const nothing = (): void => undefined;

/**
 * Recurring work. Any number of processes may run; an advisory lock lets one of them do a job at a time. A job that
 * fails is logged and comes round again.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly jobs: Job[] = [];
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Set<Promise<void>>();
  private stopped = false;

  constructor(
    private readonly pool: JobPool,
    private readonly logger: PinoLogger,
  ) {}

  /** Registers work to run every so many seconds; called while modules are built. */
  every(seconds: number, name: string, work: () => Promise<unknown>): void {
    this.jobs.push({ seconds, name, work });
  }

  /** What is registered in this process, which is the same in every one. */
  all(): { name: string; seconds: number }[] {
    return this.jobs.map(({ name, seconds }) => ({ name, seconds }));
  }

  /** Does a job now. False when another process is just doing it; what goes wrong is noted, not thrown. */
  async runNow(name: string): Promise<boolean> {
    const job = this.jobs.find((known) => known.name === name);
    if (!job || this.stopped) return false;
    let ran = true;
    const run = this.alone(job).then(
      (mine) => void (ran = mine),
      () => undefined,
    );
    this.running.add(run);
    await run.finally(() => this.running.delete(run));
    return ran;
  }

  onApplicationBootstrap(): void {
    for (const job of this.jobs) this.timers.push(setInterval(() => this.start(job), job.seconds * 1000));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.timers.forEach(clearInterval);
    await Promise.all(this.running);
  }

  private start(job: Job): void {
    if (this.stopped) return;
    const run = this.alone(job).then(nothing, (error: unknown) => {
      this.logger.error({ job: job.name, error: error instanceof Error ? error.name : 'unknown' }, 'job failed');
    });
    this.running.add(run);
    void run.finally(() => this.running.delete(run));
  }

  private async alone({ name, seconds, work }: Job): Promise<boolean> {
    const client = await this.pool.connect();
    try {
      const { rows } = await client.query<{ mine: boolean }>(
        'select pg_try_advisory_lock(hashtextextended($1, 7)) as mine',
        [name],
      );
      if (!rows[0]?.mine) return false;
      await this.noted(name, seconds, work, client).finally(() =>
        client.query('select pg_advisory_unlock(hashtextextended($1, 7))', [name]),
      );
      return true;
    } finally {
      client.release();
    }
  }

  /** Leaves a line for the operators: when it ran last, and whether it could do its work. */
  private async noted(name: string, seconds: number, work: Job['work'], client: PoolClient): Promise<void> {
    const startedAt = new Date();
    const error = await work().then(
      () => null,
      (reason: unknown) => reason as Error,
    );
    await client.query(
      `insert into job_run (name, every_seconds, started_at, finished_at, failed, error, last_success_at)
       values ($1, $2, $3, now(), $4, $5, case when $4 then null else now() end)
       on conflict (name) do update set every_seconds = excluded.every_seconds, started_at = excluded.started_at,
         finished_at = excluded.finished_at, failed = excluded.failed, error = excluded.error,
         last_success_at = coalesce(excluded.last_success_at, job_run.last_success_at)`,
      // Never the message: it may quote what the job worked on.
      [name, seconds, startedAt, error !== null, error?.name ?? null],
    );
    if (error) throw error;
  }
}
