import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { VisitBook } from '../../visit/public.js';
import { Resemblance } from '../../watchlist/public.js';
import { Likenesses } from './likenesses.js';

/** Looks whether the holders of a visit's passes resemble somebody on the blacklist. */
export class NoteLikenesses extends Command<void> {
  constructor(readonly visitId: string) {
    super();
  }
}

@CommandHandler(NoteLikenesses)
export class NoteLikenessesHandler implements ICommandHandler<NoteLikenesses> {
  constructor(
    private readonly visits: VisitBook,
    private readonly resemblance: Resemblance,
    private readonly likenesses: Likenesses,
  ) {}

  async execute({ visitId }: NoteLikenesses): Promise<void> {
    const people = await this.visits.births(visitId);
    const tokens = await this.resemblance.tokens(people);
    const holders = people.flatMap(({ index }, at) => {
      const token = tokens[at];
      return token ? [{ personIndex: index, token }] : [];
    });
    await this.likenesses.keep(visitId, holders);
  }
}
