import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { Passes } from './passes.js';
import { presumeLeft } from './presume-left.js';
import { Presences } from './presences.js';

/** The host says that everybody of a visit left. Only a word, never an exit; the caller has checked whose word it is. */
export class TakeHostsWord extends Command<void> {
  constructor(readonly visitId: string) {
    super();
  }
}

@CommandHandler(TakeHostsWord)
export class TakeHostsWordHandler implements ICommandHandler<TakeHostsWord> {
  constructor(
    private readonly passes: Passes,
    private readonly presences: Presences,
    private readonly clock: Clock,
  ) {}

  async execute({ visitId }: TakeHostsWord): Promise<void> {
    await presumeLeft(await this.passes.ofVisit(visitId), 'host', this.presences, this.clock.now());
  }
}
