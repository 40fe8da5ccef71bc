import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { Visits } from './visits.js';

const AT_ONCE = 100;

/** Ends visits whose period is over. Answers how many; run again until 0. */
export class ExpireVisits extends Command<number> {}

@CommandHandler(ExpireVisits)
export class ExpireVisitsHandler implements ICommandHandler<ExpireVisits> {
  constructor(
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<number> {
    const now = this.clock.now();
    const ids = await this.visits.overdue(now, AT_ONCE);
    for (const id of ids) (await this.visits.withId(id)).expire(now);
    return ids.length;
  }
}
