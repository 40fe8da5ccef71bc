import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DecideStep, type Decision } from '../../approval/public.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { objectionsToExtension, Rules } from '../../policy/public.js';
import { type VisitPeriod } from '../domain/visit-period.js';
import { Visits } from './visits.js';

/** Whoever has to decide agrees, to less time than the visitor asked for. */
export class AgreeToLess extends Command<void> {
  constructor(
    readonly approvalId: string,
    readonly decider: { id: string; name: string },
    readonly decision: Decision & { agree: true },
    readonly period: VisitPeriod,
  ) {
    super();
  }
}

@CommandHandler(AgreeToLess)
export class AgreeToLessHandler implements ICommandHandler<AgreeToLess> {
  constructor(
    private readonly visits: Visits,
    private readonly rules: Rules,
    private readonly commands: CommandBus,
    private readonly clock: Clock,
  ) {}

  async execute({ approvalId, decider, decision, period }: AgreeToLess): Promise<void> {
    await this.commands.execute(new DecideStep(approvalId, decider, decision));
    const visit = await this.visits.ofApproval(approvalId);
    const now = this.clock.now();
    const rulebook = await this.rules.current();
    const { party, purpose, campusId } = visit;
    const booking = { ...visit.period, ...period, companions: party.length - 1, purpose, campusId };
    const objections = objectionsToExtension(booking, rulebook, now).map(({ code }) => ({ path: 'period', code }));
    if (objections.length > 0) throw new DomainError('request.invalid', {}, objections);
    visit.shorten(period, decider.name, now);
  }
}
