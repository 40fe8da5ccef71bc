import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { Visits } from './visits.js';

const AT_ONCE = 50;

/** Looks after visits that end soon, or ended, with somebody inside. Answers how many; run again until 0. */
export class WatchStays extends Command<number> {}

@CommandHandler(WatchStays)
export class WatchStaysHandler implements ICommandHandler<WatchStays> {
  constructor(
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<number> {
    const now = this.clock.now();
    const staying = await this.visits.staying(now, AT_ONCE);
    for (const { visit, dayEnd } of staying) visit.watchStay(now, dayEnd);
    return staying.length;
  }
}
