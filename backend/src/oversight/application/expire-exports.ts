import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { FORGOTTEN_AFTER_DAYS } from '../domain/export-job.js';
import { ExportJobs } from './export-jobs.js';
import { Journal } from './journal.js';

const DAY_MS = 86_400_000;

/** Ends what has had its time and what cannot be finished; answers whose files must go. */
export class ExpireExports extends Command<string[]> {}

@CommandHandler(ExpireExports)
export class ExpireExportsHandler implements ICommandHandler<ExpireExports> {
  constructor(
    private readonly jobs: ExportJobs,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<string[]> {
    const now = this.clock.now();
    for (const { id } of await this.jobs.giveUp(now))
      await this.journal.record('export.failed', { kind: 'export', id }, {});
    const over = await this.jobs.expire(now);
    for (const id of over) await this.journal.record('export.expired', { kind: 'export', id }, {});
    await this.jobs.forget(new Date(now.getTime() - FORGOTTEN_AFTER_DAYS * DAY_MS));
    return over;
  }
}
