import { randomBytes, randomUUID } from 'node:crypto';
import {
  type BeforeApplicationShutdown,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { PinoLogger } from 'nestjs-pino';
import { Clock } from '../../../kernel/clock.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { runInScope } from '../../../platform/scope.js';
import { Settings } from '../../../platform/settings.js';
import { ExpireExports } from '../../application/expire-exports.js';
import { ExportFiles } from './export-files.js';
import { type ClaimedExport, ExportJobs } from '../../application/export-jobs.js';
import { FinishExport } from '../../application/finish-export.js';
import { BookMaker } from './book-maker.js';

const LOOK_EVERY_MS = 2_000;
const SAY_EVERY_MS = 1_000;
const LEFT_BEHIND_MS = 86_400_000;

/** Thrown where an export is no longer wanted here. */
class Unwanted extends Error {}

/** Takes exports from the queue and writes them. Any number of processes may; each export is written by one of them. */
@Injectable()
export class ExportWorker implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly running = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly jobs: ExportJobs,
    private readonly files: ExportFiles,
    private readonly books: BookMaker,
    private readonly commands: CommandBus,
    private readonly recurring: Jobs,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly logger: PinoLogger,
  ) {}

  onModuleInit(): void {
    this.recurring.every(300, 'expire-exports', () => this.cleanUp());
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await Promise.all(this.running);
  }

  /** Somebody has just asked: no need to wait for the next look. */
  look(): void {
    if (this.stopped || this.running.size >= this.settings.EXPORTS_AT_ONCE) return;
    const work = this.takeOne().catch((error: unknown) => this.note('export worker', error));
    this.running.add(work);
    void work.finally(() => this.running.delete(work));
  }

  /** Removes the files whose time is over, and what dead processes left. */
  async cleanUp(): Promise<void> {
    for (const id of await this.commands.execute(new ExpireExports())) await this.files.remove(id);
    await this.files.sweep(new Date(this.clock.now().getTime() - LEFT_BEHIND_MS));
  }

  private async takeOne(): Promise<void> {
    for (;;) {
      const claimed = this.stopped ? null : await this.jobs.claim(randomUUID(), this.clock.now());
      if (!claimed) return;
      const { staff, locale } = claimed.job;
      const actor = { kind: 'staff' as const, id: staff.id, name: staff.name };
      await runInScope({ requestId: claimed.job.id, locale, address: '-', actor }, () => this.write(claimed));
    }
  }

  private async write(claimed: ClaimedExport): Promise<void> {
    const key = randomBytes(32);
    const file = await this.files.create(claimed.job.id, key);
    try {
      const manifest = await this.books.write(claimed.job, file.to, this.reporter(claimed));
      const bytes = await file.keep();
      const { rows, last: digest } = manifest;
      if (!(await this.commands.execute(new FinishExport(claimed, { rows, digest, bytes, key }))))
        await this.files.remove(claimed.job.id);
    } catch (error) {
      await file.discard();
      if (error instanceof Unwanted) return this.stopped ? this.jobs.release(claimed) : undefined;
      this.note('export failed', error);
      await this.commands.execute(new FinishExport(claimed, null));
    }
  }

  /** Says once a second how far it is, and hears whether to go on. */
  private reporter(claimed: ClaimedExport) {
    let next = 0;
    return async (rows: number, total: number): Promise<void> => {
      if (this.stopped) throw new Unwanted();
      if (performance.now() < next) return;
      next = performance.now() + SAY_EVERY_MS;
      if (!(await this.jobs.alive(claimed, { rows, total }, this.clock.now()))) throw new Unwanted();
    };
  }

  private note(what: string, error: unknown): void {
    this.logger.error({ error: error instanceof Error ? error.name : 'unknown' }, what);
  }
}
