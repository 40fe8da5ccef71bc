import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { type Claimant } from '../domain/events.js';
import { Passes } from './passes.js';
import { presumeLeft } from './presume-left.js';
import { Presences } from './presences.js';

/**
 * The host or the office says that everybody of a visit left, or those with these indexes. Only a word, never an exit; the
 * caller has checked whose word it is.
 */
export class TakeWord extends Command<void> {
  constructor(
    readonly visitId: string,
    readonly by: Claimant,
    readonly people: number[] | null = null,
  ) {
    super();
  }
}

@CommandHandler(TakeWord)
export class TakeWordHandler implements ICommandHandler<TakeWord> {
  constructor(
    private readonly passes: Passes,
    private readonly presences: Presences,
    private readonly clock: Clock,
  ) {}

  async execute({ visitId, by, people }: TakeWord): Promise<void> {
    const party = await this.passes.ofVisit(visitId);
    const left = party.filter(({ personIndex }) => people?.includes(personIndex) ?? true);
    await presumeLeft(left, by, this.presences, this.clock.now());
  }
}
