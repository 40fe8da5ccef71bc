import { Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { JobPool } from '../database/database.module.js';

interface Job {
  seconds: number;
  name: string;
  work: () => Promise<unknown>;
}

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
    const run = this.alone(job).catch((error: unknown) => {
      this.logger.error({ job: job.name, error: error instanceof Error ? error.name : 'unknown' }, 'job failed');
    });
    this.running.add(run);
    void run.finally(() => this.running.delete(run));
  }

  private async alone({ name, work }: Job): Promise<void> {
    const client = await this.pool.connect();
    try {
      const { rows } = await client.query<{ mine: boolean }>(
        'select pg_try_advisory_lock(hashtextextended($1, 7)) as mine',
        [name],
      );
      if (!rows[0]?.mine) return;
      await work().finally(() => client.query('select pg_advisory_unlock(hashtextextended($1, 7))', [name]));
    } finally {
      client.release();
    }
  }
}
