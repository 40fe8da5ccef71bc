import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { type OfficeMember, stayOf } from './office-stays.js';
import { Visits } from './visits.js';

/** The security office says that people left: all of the party, or those with these indexes. Never an exit. */
export class NoteDeparture extends Command<void> {
  constructor(
    readonly visitId: string,
    readonly people: number[] | null,
    readonly reason: string,
    readonly by: OfficeMember,
  ) {
    super();
  }
}

@CommandHandler(NoteDeparture)
export class NoteDepartureHandler implements ICommandHandler<NoteDeparture> {
  constructor(
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  async execute({ visitId, people, reason, by }: NoteDeparture): Promise<void> {
    const visit = await stayOf(this.visits, visitId, by);
    visit.takeOfficesWord(people, reason.trim(), by.name, this.clock.now());
  }
}
