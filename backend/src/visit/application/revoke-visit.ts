import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { Visits } from './visits.js';

/** The host, or who answers for the visit in his place, takes it back. Whoever is inside stays inside. */
export class RevokeVisit extends Command<void> {
  constructor(
    readonly visitId: string,
    readonly staff: { id: string; name: string },
    readonly reason: string,
  ) {
    super();
  }
}

@CommandHandler(RevokeVisit)
export class RevokeVisitHandler implements ICommandHandler<RevokeVisit> {
  constructor(
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  async execute({ visitId, staff, reason }: RevokeVisit): Promise<void> {
    const now = this.clock.now();
    (await this.visits.answeredForBy(staff.id, visitId, now)).revoke(reason.trim(), staff.name, now);
  }
}
