import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { isUnderWay } from '../domain/export-job.js';
import { ExportJobs } from './export-jobs.js';
import { Journal } from './journal.js';

/** Stops an export that waits or is being written; the process that writes it notices within seconds. */
export class CancelExport extends Command<void> {
  constructor(
    readonly staffId: string,
    readonly id: string,
  ) {
    super();
  }
}

@CommandHandler(CancelExport)
export class CancelExportHandler implements ICommandHandler<CancelExport> {
  constructor(
    private readonly jobs: ExportJobs,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async execute({ staffId, id }: CancelExport): Promise<void> {
    const job = await this.jobs.ofStaff(staffId, id);
    if (!job) throw new DomainError('export.not-found');
    if (!isUnderWay(job) || !(await this.jobs.cancel(id, this.clock.now()))) throw new DomainError('export.over');
    await this.journal.record('export.cancelled', { kind: 'export', id }, { rows: job.rows });
  }
}
