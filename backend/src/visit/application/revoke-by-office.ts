import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { type OfficeMember, visitOfOffice } from './office-stays.js';
import { Visits } from './visits.js';

/** The security office takes a long-term visit back, with a reason that visitor and host read. Whoever is inside stays. */
export class RevokeByOffice extends Command<void> {
  constructor(
    readonly visitId: string,
    readonly reason: string,
    readonly by: OfficeMember,
  ) {
    super();
  }
}

@CommandHandler(RevokeByOffice)
export class RevokeByOfficeHandler implements ICommandHandler<RevokeByOffice> {
  constructor(
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  async execute({ visitId, reason, by }: RevokeByOffice): Promise<void> {
    const visit = await visitOfOffice(this.visits, visitId, by);
    if (!visit.period.weekly) throw new DomainError('visit.not-long-term');
    visit.revoke(reason.trim(), by.name, this.clock.now());
  }
}
