import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type PlaceHoldInput } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { LegalHold } from '../domain/legal-hold.js';
import { Holds } from './holds.js';

/** Who places or releases, and for which campuses he may; null = all. */
export interface Holder {
  name: string;
  campusIds: string[] | null;
}

/** Keeps a visit, an incident or a blacklist entry beyond its time. Answers the hold's id. */
export class PlaceHold extends Command<string> {
  constructor(
    readonly input: PlaceHoldInput,
    readonly by: Holder,
  ) {
    super();
  }
}

@CommandHandler(PlaceHold)
export class PlaceHoldHandler implements ICommandHandler<PlaceHold> {
  constructor(
    private readonly holds: Holds,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ input: { kind, subject, reason }, by }: PlaceHold): Promise<string> {
    const found = await this.holds.subject(kind, subject.trim());
    if (!found) throw new DomainError('hold.subject-unknown');
    const hold = LegalHold.place(this.ids.uuid(), found, reason.trim(), by.name, this.clock.now());
    if (!hold.isWithin(by.campusIds)) throw new DomainError('hold.subject-unknown');
    if (await this.holds.isHeld(kind, found.id)) throw new DomainError('hold.already-standing');
    this.holds.add(hold);
    return hold.id;
  }
}
