import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Journal } from './journal.js';

/** Notes that somebody asked for a checkpoint; the checkpoint then covers this entry too. */
export class AnnounceCheckpoint extends Command<void> {}

@CommandHandler(AnnounceCheckpoint)
export class AnnounceCheckpointHandler implements ICommandHandler<AnnounceCheckpoint> {
  constructor(private readonly journal: Journal) {}

  execute(): Promise<void> {
    return this.journal.record('audit.checkpoint-requested', { kind: 'audit', id: 'chain' }, {});
  }
}
