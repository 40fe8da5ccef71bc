import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { type OfficeMember, stayOf } from './office-stays.js';
import { Visits } from './visits.js';

/** The security office asks the host by message whether the party is still there. */
export class ChaseStay extends Command<void> {
  constructor(
    readonly visitId: string,
    readonly by: OfficeMember,
  ) {
    super();
  }
}

@CommandHandler(ChaseStay)
export class ChaseStayHandler implements ICommandHandler<ChaseStay> {
  constructor(
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  async execute({ visitId, by }: ChaseStay): Promise<void> {
    const visit = await stayOf(this.visits, visitId, by);
    visit.chaseStay(by.name, this.clock.now());
  }
}
