import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { BlacklistEntries } from './blacklist-entries.js';
import { type Lister } from './list-person.js';

export class LiftEntry extends Command<void> {
  constructor(
    readonly entryId: string,
    readonly by: Lister,
    readonly reason: string,
  ) {
    super();
  }
}

@CommandHandler(LiftEntry)
export class LiftEntryHandler implements ICommandHandler<LiftEntry> {
  constructor(
    private readonly entries: BlacklistEntries,
    private readonly clock: Clock,
  ) {}

  async execute({ entryId, by, reason }: LiftEntry): Promise<void> {
    const entry = await this.entries.changeable(entryId, by.campusIds);
    entry.lift(by.name, reason, this.clock.now());
  }
}
