import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DomainError } from '../../kernel/domain-error.js';
import { type Counting, RollCall } from './roll-call.js';

/** Somebody was met at the assembly point, or was not after all. */
export class TickMuster extends Command<void> {
  constructor(
    readonly counting: Counting,
    readonly passId: string,
    readonly met: boolean,
    readonly by: string,
  ) {
    super();
  }
}

@CommandHandler(TickMuster)
export class TickMusterHandler implements ICommandHandler<TickMuster> {
  constructor(private readonly roll: RollCall) {}

  async execute({ counting, passId, met, by }: TickMuster): Promise<void> {
    const isOnList = await (met ? this.roll.tick(counting, passId, by) : this.roll.untick(counting, passId));
    if (!isOnList) throw new DomainError('request.not-found');
  }
}
