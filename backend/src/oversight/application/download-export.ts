import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { type ExportJob, hasFile, isStillWithin } from '../domain/export-job.js';
import { ExportJobs } from './export-jobs.js';
import { Journal } from './journal.js';

/** A file that may leave now. */
export interface OpenedExport {
  job: ExportJob;
  key: Buffer;
}

/** Notes that somebody fetches the file of an export, before its first byte leaves; `bounds` are what he may see today. */
export class DownloadExport extends Command<OpenedExport> {
  constructor(
    readonly staff: { id: string; name: string },
    readonly id: string,
    readonly bounds: ExportJob['scope'],
  ) {
    super();
  }
}

@CommandHandler(DownloadExport)
export class DownloadExportHandler implements ICommandHandler<DownloadExport> {
  constructor(
    private readonly jobs: ExportJobs,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ staff, id, bounds }: DownloadExport): Promise<OpenedExport> {
    const [job, now] = [await this.jobs.ofStaff(staff.id, id), this.clock.now()];
    if (!job) throw new DomainError('export.not-found');
    if (!isStillWithin(job, bounds)) throw new DomainError('auth.not-permitted');
    const key = hasFile(job, now) ? await this.jobs.keyOf(id) : null;
    if (!key) throw new DomainError('export.not-ready');
    await this.jobs.noteDownload({ id: this.ids.uuid(), exportId: id, staffId: staff.id, name: staff.name, at: now });
    await this.journal.record('export.downloaded', { kind: 'export', id }, { list: job.list, rows: job.rows });
    return { job, key };
  }
}
