import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { VisitChanged, VisitCorrected, VisitRequested } from '../domain/events.js';
import { HeldVisits } from './held-visits.js';
import { LookAlikes } from './look-alikes.js';
import { OfficeCheck } from './office-check.js';
import { severestOf } from './screening-keys.js';
import { Visits } from './visits.js';

/** After the answer has gone out: an application that meets the blacklist must not take a moment longer than another. */
@EventsHandler(VisitRequested, VisitChanged, VisitCorrected)
export class NoteHeldVisit implements IEventHandler<VisitRequested | VisitChanged | VisitCorrected> {
  constructor(
    private readonly visits: Visits,
    private readonly office: OfficeCheck,
    private readonly lookAlikes: LookAlikes,
    private readonly held: HeldVisits,
    private readonly clock: Clock,
  ) {}

  async handle({ visitId, campusId }: VisitRequested | VisitChanged | VisitCorrected): Promise<void> {
    const visit = await this.visits.withId(visitId);
    const level = severestOf(await this.office.levels(visit));
    if (level === 'refuse') await this.held.record(visitId, campusId);
    if (level !== 'none') return visit.meetBlacklist(level, this.clock.now());
    const similar = await this.lookAlikes.of(visit);
    if (similar.some((entries) => entries.length > 0)) visit.meetBlacklist('resembles', this.clock.now());
  }
}
