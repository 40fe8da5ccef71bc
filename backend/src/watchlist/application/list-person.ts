import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ListPersonInput } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { BlacklistEntry } from '../domain/blacklist-entry.js';
import { BlacklistEntries } from './blacklist-entries.js';
import { listingOf } from './listing-of.js';
import { MatchKeys } from './match-keys.js';

/** Who lists, lifts or reviews, and for which campuses he may; null = all. */
export interface Lister {
  name: string;
  campusIds: string[] | null;
}

/** Lists a person, a phone or a vehicle. Answers the entry's id. */
export class ListPerson extends Command<string> {
  constructor(
    readonly person: ListPersonInput,
    readonly by: Lister,
  ) {
    super();
  }
}

@CommandHandler(ListPerson)
export class ListPersonHandler implements ICommandHandler<ListPerson> {
  constructor(
    private readonly entries: BlacklistEntries,
    private readonly matchKeys: MatchKeys,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ person, by }: ListPerson): Promise<string> {
    const matching = await this.matchKeys.of(person);
    if (matching.faults.length > 0) throw new DomainError('request.invalid', {}, matching.faults);
    const listing = listingOf(this.ids.uuid(), person, matching, by.name);
    const entry = BlacklistEntry.list(listing, this.clock.now());
    if (!entry.isWithin(by.campusIds)) throw new DomainError('auth.not-permitted');
    this.entries.add(entry);
    return entry.id;
  }
}
