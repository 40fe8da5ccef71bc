import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Counting, RollCall } from './roll-call.js';

/** Counting begins again: nobody was met yet. */
export class ClearMusterTicks extends Command<void> {
  constructor(readonly counting: Counting) {
    super();
  }
}

@CommandHandler(ClearMusterTicks)
export class ClearMusterTicksHandler implements ICommandHandler<ClearMusterTicks> {
  constructor(private readonly roll: RollCall) {}

  async execute({ counting }: ClearMusterTicks): Promise<void> {
    await this.roll.clear(counting);
  }
}
