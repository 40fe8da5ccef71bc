import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Passes } from './passes.js';
import { presumeLeft } from './presume-left.js';
import { Presences } from './presences.js';

/**
 * The applicant says that people of his party left: all of them, or those with these indexes. Only his word, never an
 * exit. Said twice it counts once.
 */
export class ClaimDeparture extends Command<void> {
  constructor(
    readonly visitId: string,
    readonly mobileIndex: Uint8Array,
    readonly people: number[] | null,
  ) {
    super();
  }
}

@CommandHandler(ClaimDeparture)
export class ClaimDepartureHandler implements ICommandHandler<ClaimDeparture> {
  constructor(
    private readonly passes: Passes,
    private readonly presences: Presences,
    private readonly clock: Clock,
  ) {}

  async execute({ visitId, mobileIndex, people }: ClaimDeparture): Promise<void> {
    const party = await this.passes.ofVisit(visitId);
    if (!party.some((pass) => pass.personIndex === 0 && pass.isHeldBy(mobileIndex)))
      throw new DomainError('visit.not-found');
    const left = party.filter(({ personIndex }) => people?.includes(personIndex) ?? true);
    if (!(await presumeLeft(left, 'visitor', this.presences, this.clock.now())))
      throw new DomainError('visit.nobody-inside');
  }
}
