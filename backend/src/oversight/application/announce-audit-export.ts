import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Journal } from './journal.js';

/** Notes that the audit itself leaves the house, before it does. */
export class AnnounceAuditExport extends Command<void> {
  constructor(readonly from: number) {
    super();
  }
}

@CommandHandler(AnnounceAuditExport)
export class AnnounceAuditExportHandler implements ICommandHandler<AnnounceAuditExport> {
  constructor(private readonly journal: Journal) {}

  execute({ from }: AnnounceAuditExport): Promise<void> {
    return this.journal.record('audit.exported', { kind: 'audit', id: 'chain' }, { from });
  }
}
