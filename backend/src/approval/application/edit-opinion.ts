import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { Opinions } from './opinions.js';

/** Other words for a common opinion; without words it is dropped. */
export class EditOpinion extends Command<void> {
  constructor(
    readonly opinionId: string,
    readonly ownerId: string | null,
    readonly text: string | null,
  ) {
    super();
  }
}

@CommandHandler(EditOpinion)
export class EditOpinionHandler implements ICommandHandler<EditOpinion> {
  constructor(
    private readonly opinions: Opinions,
    private readonly clock: Clock,
  ) {}

  async execute({ opinionId, ownerId, text }: EditOpinion): Promise<void> {
    const opinion = await this.opinions.withId(opinionId);
    if (text === null) return opinion.drop(ownerId, this.clock.now());
    opinion.reword(ownerId, text, this.clock.now());
  }
}
