import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type RetentionRun } from '@gatehouse/contract';
import { RetentionBook } from './retention-book.js';

/** Keeps what a run did, with an entry in the audit: counts by kind. */
export class NoteRun extends Command<void> {
  constructor(readonly run: RetentionRun) {
    super();
  }
}

@CommandHandler(NoteRun)
export class NoteRunHandler implements ICommandHandler<NoteRun> {
  constructor(private readonly book: RetentionBook) {}

  execute({ run }: NoteRun): Promise<void> {
    return this.book.write(run);
  }
}
