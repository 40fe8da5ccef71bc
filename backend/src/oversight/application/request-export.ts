import { EXPORT_LISTS, type ExportList, FULL_EXPORTS, type Locale } from '@gatehouse/contract';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { type ExportJob, MOST_AT_ONCE, queuedExport } from '../domain/export-job.js';
import { faultsOfFilter } from '../domain/export-filter.js';
import { ExportJobs } from './export-jobs.js';
import { Journal } from './journal.js';

/** What somebody asks for, within what is his to see. */
export interface AskedExport extends Pick<ExportJob, 'staff' | 'scope'> {
  list: ExportList;
  filter: Record<string, string>;
  reason: string;
  isFull: boolean;
  locale: Locale;
}

/** Puts an export into the queue, with its reason in the audit; answers its id. */
export class RequestExport extends Command<string> {
  constructor(readonly asked: AskedExport) {
    super();
  }
}

@CommandHandler(RequestExport)
export class RequestExportHandler implements ICommandHandler<RequestExport> {
  constructor(
    private readonly jobs: ExportJobs,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ asked }: RequestExport): Promise<string> {
    const { list, isFull, scope, staff } = asked;
    const reason = asked.reason.trim();
    if (!reason) throw new DomainError('export.reason-needed', {}, [{ path: 'reason', code: 'export.reason-needed' }]);
    if (!EXPORT_LISTS.includes(list)) throw new DomainError('request.invalid');
    const faults = faultsOfFilter(list, asked.filter);
    if (faults.length > 0)
      throw new DomainError(
        'request.invalid',
        {},
        faults.map((name) => ({ path: `filter.${name.slice(0, 40)}`, code: 'request.invalid' as const })),
      );
    if (isFull && !FULL_EXPORTS.includes(list)) throw new DomainError('request.invalid');
    if ((await this.jobs.underWay(staff.id)) >= MOST_AT_ONCE) throw new DomainError('export.too-many');
    const job = queuedExport({ ...asked, id: this.ids.uuid(), reason }, this.clock.now());
    await this.jobs.add(job);
    const facts = { list, reason, filter: named(asked.filter), scope, isFull };
    await this.journal.record('export.requested', { kind: 'export', id: job.id }, facts);
    return job.id;
  }
}

/** What was searched for may be a name: only that something was. */
function named({ words, q, ...rest }: Record<string, string>): Record<string, unknown> {
  return { ...rest, ...((words ?? q) && { byWords: true }) };
}
