import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { ErasureBook } from './erasure-book.js';
import { VisitEraser } from './visit-eraser.js';

/** Ends everything of the people of visits that were over before this. Answers how many; run again until 0. */
export class EndPersonKeeping extends Command<number> {
  constructor(
    readonly before: Date,
    readonly atMost: number,
  ) {
    super();
  }
}

@CommandHandler(EndPersonKeeping)
export class EndPersonKeepingHandler implements ICommandHandler<EndPersonKeeping> {
  constructor(
    private readonly book: ErasureBook,
    private readonly eraser: VisitEraser,
    private readonly clock: Clock,
  ) {}

  async execute({ before, atMost }: EndPersonKeeping): Promise<number> {
    const over = await this.book.overBefore(before, atMost);
    for (const id of over) await this.eraser.erase(id, 'kept-long-enough', this.clock.now());
    return over.length;
  }
}
