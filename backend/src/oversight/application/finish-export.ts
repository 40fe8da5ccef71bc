import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { Settings } from '../../platform/settings.js';
import { expiryOf } from '../domain/export-job.js';
import { type ClaimedExport, ExportJobs, type FinishedFile } from './export-jobs.js';
import { Journal } from './journal.js';

/** What became of an export; `file` is null when it could not be written. False when it was cancelled meanwhile. */
export class FinishExport extends Command<boolean> {
  constructor(
    readonly claimed: ClaimedExport,
    readonly file: FinishedFile | null,
  ) {
    super();
  }
}

@CommandHandler(FinishExport)
export class FinishExportHandler implements ICommandHandler<FinishExport> {
  constructor(
    private readonly jobs: ExportJobs,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async execute({ claimed, file }: FinishExport): Promise<boolean> {
    const [now, subject] = [this.clock.now(), { kind: 'export', id: claimed.job.id }];
    if (!file) {
      if (!(await this.jobs.fail(claimed, now))) return false;
      await this.journal.record('export.failed', subject, {});
      return true;
    }
    const expiresAt = expiryOf(now, this.settings.EXPORT_KEPT_DAYS);
    if (!(await this.jobs.finish(claimed, file, now, expiresAt))) return false;
    const { rows, digest, bytes } = file;
    await this.journal.record('export.finished', subject, { rows, digest, bytes });
    return true;
  }
}
