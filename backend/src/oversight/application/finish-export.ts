import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Journal } from './journal.js';

/** What became of an announced export. `digest` is the hash of its last row, which hangs on all rows before it. */
export interface ExportEnd {
  rows: number;
  digest: string;
  complete: boolean;
}

export class FinishExport extends Command<void> {
  constructor(
    readonly exportId: string,
    readonly end: ExportEnd,
  ) {
    super();
  }
}

@CommandHandler(FinishExport)
export class FinishExportHandler implements ICommandHandler<FinishExport> {
  constructor(private readonly journal: Journal) {}

  execute({ exportId, end: { complete, ...facts } }: FinishExport): Promise<void> {
    const action = complete ? 'passage.export-finished' : 'passage.export-broken-off';
    return this.journal.record(action, { kind: 'export', id: exportId }, facts);
  }
}
