import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type RetentionKind } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { KeptData } from './kept-data.js';

/** Ends the oldest of one kind, so many at most. Answers how many: a batch is a transaction of its own. */
export class EndKeeping extends Command<number> {
  constructor(
    readonly kind: RetentionKind,
    readonly before: Date,
    readonly atMost: number,
  ) {
    super();
  }
}

@CommandHandler(EndKeeping)
export class EndKeepingHandler implements ICommandHandler<EndKeeping> {
  constructor(
    private readonly data: KeptData,
    private readonly clock: Clock,
  ) {}

  execute({ kind, before, atMost }: EndKeeping): Promise<number> {
    return this.data.end(kind, before, atMost, this.clock.now());
  }
}
