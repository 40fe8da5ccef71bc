import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { VisitChanged, VisitCorrected, VisitRequested } from '../domain/events.js';
import { HeldVisits } from './held-visits.js';
import { OfficeCheck } from './office-check.js';
import { Visits } from './visits.js';

/** After the answer has gone out: an application that meets the blacklist must not take a moment longer than another. */
@EventsHandler(VisitRequested, VisitChanged, VisitCorrected)
export class NoteHeldVisit implements IEventHandler<VisitRequested | VisitChanged | VisitCorrected> {
  constructor(
    private readonly visits: Visits,
    private readonly office: OfficeCheck,
    private readonly held: HeldVisits,
  ) {}

  async handle({ visitId, campusId }: VisitRequested | VisitChanged | VisitCorrected): Promise<void> {
    if (await this.office.isHolding(await this.visits.withId(visitId))) await this.held.record(visitId, campusId);
  }
}
