import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ErasePhotos } from '../../photo/public.js';
import { PartyVault } from './party-vault.js';
import { Visits } from './visits.js';

/** Ends everything that is held of the people of a visit, within the running command. */
@Injectable()
export class VisitEraser {
  constructor(
    private readonly visits: Visits,
    private readonly vault: PartyVault,
    private readonly commands: CommandBus,
  ) {}

  async erase(visitId: string, reason: 'erased-by-visitor' | 'kept-long-enough', now: Date): Promise<void> {
    const visit = await this.visits.withId(visitId);
    const people = visit.party;
    visit.erase(now);
    for (const kind of ['face', 'document'] as const)
      await this.commands.execute(new ErasePhotos({ visitId, kind }, reason));
    for (const person of people) await this.vault.destroy(person);
  }
}
