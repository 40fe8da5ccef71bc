import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { VisitBook } from '../../visit/public.js';
import { Passes } from './passes.js';

/** Lets the passes of a visit end when the visit now ends. */
export class MovePassesEnd extends Command<void> {
  constructor(readonly visitId: string) {
    super();
  }
}

@CommandHandler(MovePassesEnd)
export class MovePassesEndHandler implements ICommandHandler<MovePassesEnd> {
  constructor(
    private readonly passes: Passes,
    private readonly visits: VisitBook,
    private readonly clock: Clock,
  ) {}

  async execute({ visitId }: MovePassesEnd): Promise<void> {
    const { period } = await this.visits.facts(visitId);
    for (const pass of await this.passes.ofVisit(visitId)) pass.endAt(period.until, this.clock.now());
  }
}
