import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { ClosureBook, ClosureDeclared, ClosureEnded } from '../../policy/public.js';
import { Visits } from './visits.js';

/** A closure cancels nothing. Every visit that still may happen in it is noted, so that its people are told one by one. */
@EventsHandler(ClosureDeclared, ClosureEnded)
export class MeetClosure implements IEventHandler<ClosureDeclared | ClosureEnded> {
  constructor(
    private readonly closures: ClosureBook,
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  async handle(event: ClosureDeclared | ClosureEnded): Promise<void> {
    const closure = await this.closures.facts(event.closureId);
    if (!closure) return;
    const [now, isOver] = [this.clock.now(), event instanceof ClosureEnded];
    const from = closure.begins > now ? closure.begins : now;
    for (const visit of await this.visits.openBetween(closure.campusId, { from, until: closure.ends }))
      visit.meetClosure(event.closureId, isOver, now);
  }
}
