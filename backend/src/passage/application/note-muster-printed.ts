import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

/** Somebody of the office prints a muster list: people's names leave the system on paper. */
export class NoteMusterPrinted extends Command<void> {
  constructor(
    readonly campusId: string,
    readonly people: number,
  ) {
    super();
  }
}

/** Where it is kept that lists were printed. */
export abstract class PrintJournal {
  abstract musterPrinted(campusId: string, people: number): Promise<void>;
}

@CommandHandler(NoteMusterPrinted)
export class NoteMusterPrintedHandler implements ICommandHandler<NoteMusterPrinted> {
  constructor(private readonly journal: PrintJournal) {}

  execute({ campusId, people }: NoteMusterPrinted): Promise<void> {
    return this.journal.musterPrinted(campusId, people);
  }
}
