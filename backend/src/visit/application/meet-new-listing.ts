import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { PersonListed } from '../../watchlist/public.js';
import { HeldVisits } from './held-visits.js';
import { ListedVisits } from './listed-visits.js';
import { OfficeCheck } from './office-check.js';
import { severestOf } from './screening-keys.js';
import { Visits } from './visits.js';

/**
 * Who has just been listed may have applied before, or hold a pass. The list acts by itself wherever it is asked: nobody
 * can agree, no gate lets in. This tells the security office whom it caught. Whoever applied later was screened then.
 */
@EventsHandler(PersonListed)
export class MeetNewListing implements IEventHandler<PersonListed> {
  constructor(
    private readonly listed: ListedVisits,
    private readonly visits: Visits,
    private readonly office: OfficeCheck,
    private readonly held: HeldVisits,
    private readonly clock: Clock,
  ) {}

  async handle({ entryId, at }: PersonListed): Promise<void> {
    const now = this.clock.now();
    const caught = await this.listed.openOf(entryId, now);
    for (const { visitId, isPending } of caught.filter(({ requestedAt }) => requestedAt <= at)) {
      const visit = await this.visits.withId(visitId);
      const level = severestOf(await this.office.levels(visit));
      if (level === 'refuse' && isPending) await this.held.record(visitId, visit.campusId);
      if (level !== 'none') visit.meetBlacklist(level, now);
    }
  }
}
