import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type BlacklistLevel } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { Ids } from '../../kernel/ids.js';
import { BlacklistEntry, type MatchKey } from '../domain/blacklist-entry.js';
import { BlacklistEntries } from './blacklist-entries.js';

export { type MatchKey };

export interface PersonToList {
  name: string;
  level: BlacklistLevel;
  reason: string;
  keys: MatchKey[];
  until: Date | null;
  listedBy: string;
}

/** Lists a person, a phone or a vehicle. Answers the entry's id. */
export class ListPerson extends Command<string> {
  constructor(readonly person: PersonToList) {
    super();
  }
}

@CommandHandler(ListPerson)
export class ListPersonHandler implements ICommandHandler<ListPerson> {
  constructor(
    private readonly entries: BlacklistEntries,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute({ person }: ListPerson): Promise<string> {
    const entry = BlacklistEntry.list({ id: this.ids.uuid(), ...person }, this.clock.now());
    this.entries.add(entry);
    return Promise.resolve(entry.id);
  }
}
