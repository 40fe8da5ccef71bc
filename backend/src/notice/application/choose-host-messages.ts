import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type HostMessages } from '@gatehouse/contract';
import { HostBook } from './host-book.js';

/** A host says what of his visitors he wants to be told. */
export class ChooseHostMessages extends Command<void> {
  constructor(
    readonly staffId: string,
    readonly wishes: HostMessages,
  ) {
    super();
  }
}

@CommandHandler(ChooseHostMessages)
export class ChooseHostMessagesHandler implements ICommandHandler<ChooseHostMessages> {
  constructor(private readonly book: HostBook) {}

  execute({ staffId, wishes }: ChooseHostMessages): Promise<void> {
    return this.book.keepWishes(staffId, wishes);
  }
}
