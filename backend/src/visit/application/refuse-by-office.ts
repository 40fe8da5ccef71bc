import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Visits } from './visits.js';

/** The security office declines an application in the place of its host. The visitor learns that it was declined, no more. */
export class RefuseByOffice extends Command<void> {
  constructor(
    readonly visitId: string,
    readonly reason: string,
    /** campuses the office may decide for; null = all */
    readonly campusIds: string[] | null,
  ) {
    super();
  }
}

@CommandHandler(RefuseByOffice)
export class RefuseByOfficeHandler implements ICommandHandler<RefuseByOffice> {
  constructor(
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  async execute({ visitId, reason, campusIds }: RefuseByOffice): Promise<void> {
    const visit = await this.visits.withId(visitId);
    if (campusIds && !campusIds.includes(visit.campusId)) throw new DomainError('visit.not-found');
    visit.declineByOffice(reason.trim(), this.clock.now());
  }
}
