import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { type OfficeMember, stayOf } from './office-stays.js';
import { Visits } from './visits.js';

/** The security office lets a party stay longer, also when the end has come. */
export class ProlongStay extends Command<void> {
  constructor(
    readonly visitId: string,
    readonly until: Date,
    readonly reason: string,
    readonly by: OfficeMember,
  ) {
    super();
  }
}

@CommandHandler(ProlongStay)
export class ProlongStayHandler implements ICommandHandler<ProlongStay> {
  constructor(
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  async execute({ visitId, until, reason, by }: ProlongStay): Promise<void> {
    const visit = await stayOf(this.visits, visitId, by);
    visit.prolong(until, reason.trim(), by.name, this.clock.now());
  }
}
