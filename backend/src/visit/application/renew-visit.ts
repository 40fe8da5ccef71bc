import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { objectionsToExtension, Rules } from '../../policy/public.js';
import { type OfficeMember, visitOfOffice } from './office-stays.js';
import { Visits } from './visits.js';

/** The security office asks that a long-term visit go on. It is approved as the first time; until then nothing changes. */
export class RenewVisit extends Command<void> {
  constructor(
    readonly visitId: string,
    readonly until: Date,
    readonly reason: string,
    readonly by: OfficeMember,
  ) {
    super();
  }
}

@CommandHandler(RenewVisit)
export class RenewVisitHandler implements ICommandHandler<RenewVisit> {
  constructor(
    private readonly visits: Visits,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  async execute({ visitId, until, reason, by }: RenewVisit): Promise<void> {
    const visit = await visitOfOffice(this.visits, visitId, by);
    if (!visit.period.weekly) throw new DomainError('visit.not-long-term');
    const now = this.clock.now();
    const longer = { ...visit.period, until, companions: 0, purpose: visit.purpose, campusId: visit.campusId };
    const objections = objectionsToExtension(longer, await this.rules.current(), now);
    if (objections.length > 0)
      throw new DomainError(
        'request.invalid',
        {},
        objections.map((one) => ({ ...one, path: 'lastDay' })),
      );
    visit.askForRenewal(until, reason.trim(), by.name, now);
  }
}
