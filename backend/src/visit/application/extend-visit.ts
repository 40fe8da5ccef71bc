import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { objectionsToExtension, Rules } from '../../policy/public.js';
import { Visits } from './visits.js';

/** The applicant asks to stay longer. The host decides; until then nothing changes. */
export class ExtendVisit extends Command<void> {
  constructor(
    readonly visitId: string,
    readonly mobileIndex: string,
    readonly until: Date,
    readonly reason: string | null,
  ) {
    super();
  }
}

@CommandHandler(ExtendVisit)
export class ExtendVisitHandler implements ICommandHandler<ExtendVisit> {
  constructor(
    private readonly visits: Visits,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  async execute({ visitId, mobileIndex, until, reason }: ExtendVisit): Promise<void> {
    const visit = await this.visits.withId(visitId);
    if (!visit.wasRequestedBy(mobileIndex)) throw new DomainError('visit.not-found');
    const now = this.clock.now();
    const rulebook = await this.rules.current();
    const { period, party } = visit.contents;
    const longer = {
      ...period,
      until,
      companions: party.length - 1,
      purpose: visit.purpose,
      campusId: visit.campusId,
    };
    const objections = objectionsToExtension(longer, rulebook, now);
    if (objections.length > 0) throw new DomainError('request.invalid', {}, objections);
    visit.askForExtension(until, reason, now);
  }
}
