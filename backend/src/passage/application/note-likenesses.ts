import { Command, CommandHandler, EventsHandler, CommandBus, type ICommandHandler, type IEventHandler } from '@nestjs/cqrs';
import { VisitBook } from '../../visit/public.js';
import { EntryLifted, PersonListed, Resemblance } from '../../watchlist/public.js';
import { PassIssued, PassReinstated } from '../domain/events.js';
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

/** After the commit: the visitor does not wait for it, and long before he comes it is done. */
@EventsHandler(PassIssued, PassReinstated)
export class NoteLikenessesWhenIssued implements IEventHandler<PassIssued | PassReinstated> {
  constructor(private readonly commands: CommandBus) {}

  handle({ visitId }: PassIssued | PassReinstated): Promise<void> {
    return this.commands.execute(new NoteLikenesses(visitId));
  }
}

/** Whoever is listed today may have got a pass yesterday; whoever is taken off is looked at as before. */
@EventsHandler(PersonListed, EntryLifted)
export class RenewLikenessesWithTheList implements IEventHandler<PersonListed | EntryLifted> {
  constructor(
    private readonly resemblance: Resemblance,
    private readonly likenesses: Likenesses,
  ) {}

  async handle({ entryId }: PersonListed | EntryLifted): Promise<void> {
    const tokens = await this.resemblance.ofEntry(entryId);
    if (tokens.length > 0) await this.likenesses.renew(tokens);
  }
}
