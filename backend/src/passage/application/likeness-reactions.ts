import { CommandBus, EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { EntryLifted, PersonListed, Resemblance } from '../../watchlist/public.js';
import { PassIssued, PassReinstated } from '../domain/events.js';
import { Likenesses } from './likenesses.js';
import { NoteLikenesses } from './note-likenesses.js';

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
