import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { type StayAnswer } from '../domain/stay.js';
import { Visits } from './visits.js';

/** The host says whether the party left. His word is evidence; only a gate knows. */
export class AnswerStay extends Command<void> {
  constructor(
    readonly visitId: string,
    readonly staff: { id: string; name: string },
    readonly answer: StayAnswer,
  ) {
    super();
  }
}

@CommandHandler(AnswerStay)
export class AnswerStayHandler implements ICommandHandler<AnswerStay> {
  constructor(
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  async execute({ visitId, staff, answer }: AnswerStay): Promise<void> {
    const now = this.clock.now();
    const visit = await this.visits.answeredForBy(staff.id, visitId, now);
    if (!(await this.visits.isAnybodyInside(visitId))) throw new DomainError('visit.nobody-inside');
    visit.answerStay(answer, staff.name, now);
  }
}
