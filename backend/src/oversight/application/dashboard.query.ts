import { Injectable } from '@nestjs/common';
import { type Dashboard } from '@gatehouse/contract';
import { addDays, campusDay, campusInstant } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { type PassageScope } from '../../passage/public.js';
import { PassagesOfDayQuery } from './passages-of-day.query.js';
import { type Span, WhoIsInsideQuery } from './who-is-inside.query.js';
import { StoredFacesQuery } from './stored-faces.query.js';
import { VisitsOfDayQuery } from './visits-of-day.query.js';

const DAY_MS = 86_400_000;

/** Everything on the first page of the office, for one campus or all that the reader may see. */
@Injectable()
export class DashboardQuery {
  constructor(
    private readonly inside: WhoIsInsideQuery,
    private readonly visits: VisitsOfDayQuery,
    private readonly passages: PassagesOfDayQuery,
    private readonly faces: StoredFacesQuery,
    private readonly clock: Clock,
  ) {}

  async of(campus: string | undefined, scope: PassageScope): Promise<Dashboard> {
    const now = this.clock.now();
    const date = campusDay(now);
    const today: Span = { from: campusInstant(date), until: campusInstant(addDays(date, 1)) };
    const sight = { campus, scope };
    return {
      date,
      asOf: now.toISOString(),
      insideNow: await this.inside.count(sight),
      insideYesterdaySameTime: await this.inside.countAt(sight, { from: new Date(now.getTime() - DAY_MS), until: now }),
      visitsToday: await this.visits.byStatus(sight, today),
      waiting: await this.visits.waiting(sight, now),
      ...(await this.passages.figures(sight, today)),
      refusedToday: await this.passages.refusals(sight, today),
      byHour: await this.passages.byHour(sight, today),
      byGate: await this.passages.byGate(sight, today),
      latest: await this.passages.latest(sight),
      overstays: await this.inside.overstays(sight, now),
      storedFaces: await this.faces.count(),
    };
  }
}
