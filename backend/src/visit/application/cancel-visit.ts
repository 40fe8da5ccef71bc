import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Visits } from './visits.js';

/** The applicant does not come. `mobileIndex` is that of the proven phone, hexadecimal. */
export class CancelVisit extends Command<void> {
  constructor(
    readonly visitId: string,
    readonly mobileIndex: string,
    readonly reason: string | null,
  ) {
    super();
  }
}

@CommandHandler(CancelVisit)
export class CancelVisitHandler implements ICommandHandler<CancelVisit> {
  constructor(
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  async execute({ visitId, mobileIndex, reason }: CancelVisit): Promise<void> {
    const visit = await this.visits.withId(visitId);
    if (!visit.wasRequestedBy(mobileIndex)) throw new DomainError('visit.not-found');
    if (await this.visits.isAnybodyInside(visitId)) throw new DomainError('visit.somebody-inside');
    visit.cancel(reason, this.clock.now());
  }
}
