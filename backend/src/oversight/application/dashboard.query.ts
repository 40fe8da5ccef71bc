import { Injectable } from '@nestjs/common';
import { type Dashboard, type DayBeside } from '@gatehouse/contract';
import { addDays, campusDay, campusInstant, campusMinute } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { type PassageScope } from '../../passage/public.js';
import { figuresOf, figuresUntil, type HourCount, hoursOf, refusalsOf, sumOf } from './day-figures.js';
import { PassagesOfDaysQuery } from './passages-of-days.query.js';
import { allExpected, campusFigures, gateFigures } from './place-figures.js';
import { PlacesQuery } from './places.query.js';
import { type Sight, type Span } from './sight-row.js';
import { StoredFacesQuery } from './stored-faces.query.js';
import { VisitsOfDayQuery } from './visits-of-day.query.js';
import { WhoIsInsideQuery } from './who-is-inside.query.js';

export interface DashboardQuestion {
  campus?: string | undefined;
  /** `wall`: nothing of any person */
  view?: 'wall' | undefined;
}

const MINUTE_MS = 60_000;

/** Everything on the first page of the office, for one campus or all that the reader may see. */
@Injectable()
export class DashboardQuery {
  constructor(
    private readonly inside: WhoIsInsideQuery,
    private readonly visits: VisitsOfDayQuery,
    private readonly passages: PassagesOfDaysQuery,
    private readonly places: PlacesQuery,
    private readonly faces: StoredFacesQuery,
    private readonly clock: Clock,
  ) {}

  async of({ campus, view }: DashboardQuestion, scope: PassageScope): Promise<Dashboard> {
    const now = this.clock.now();
    const date = campusDay(now);
    const sight = { campus, scope };
    const counts = await this.passages.counts(sight, dayOf(date));
    const yesterday = await this.passages.counts(sight, dayOf(addDays(date, -1)));
    const lastWeek = await this.passages.counts(sight, dayOf(addDays(date, -7)));
    const inside = await this.inside.byPlace(sight, now);
    const expected = await this.visits.expected(sight, dayOf(date));
    const places = await this.places.seen(sight);
    const beside = {
      yesterday: await this.beside(sight, now, -1, yesterday),
      lastWeek: await this.beside(sight, now, -7, lastWeek),
    };
    return {
      date,
      asOf: now.toISOString(),
      insideNow: inside.reduce((sum, place) => sum + place.inside, 0),
      overstayed: inside.reduce((sum, place) => sum + place.overstayed, 0),
      insideYesterdaySameTime: beside.yesterday.inside,
      expected: allExpected(expected),
      visitsToday: await this.visits.byStatus(sight, dayOf(date)),
      waiting: await this.visits.waiting(sight, now),
      entriesToday: figuresOf(counts).entries,
      exitsToday: figuresOf(counts).exits,
      vehiclesToday: sumOf(counts.filter(({ kind, detail }) => kind === 'entry' && detail === 'car')),
      refusedToday: refusalsOf(counts),
      beside,
      byCampus: campusFigures(places, counts, inside, expected),
      byHour: hoursOf(counts, yesterday, lastWeek),
      byGate: gateFigures(places, counts, inside),
      latest: view === 'wall' ? [] : await this.passages.latest(sight),
      overstays: view === 'wall' ? [] : await this.inside.overstays(sight, now),
      storedFaces: await this.faces.count(),
    };
  }

  private async beside(sight: Sight, now: Date, days: number, counts: HourCount[]): Promise<DayBeside> {
    const date = addDays(campusDay(now), days);
    const minute = campusMinute(now);
    const until = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
    const then = new Date(campusInstant(date).getTime() + minute * MINUTE_MS);
    return {
      date,
      until,
      inside: await this.inside.countAt(sight, then),
      expected: allExpected(await this.visits.expected(sight, dayOf(date))),
      ...figuresUntil(Math.floor(minute / 60), counts, await this.passages.lastHour(sight, then)),
    };
  }
}

const two = (number: number): string => String(number).padStart(2, '0');
const dayOf = (date: string): Span => ({ from: campusInstant(date), until: campusInstant(addDays(date, 1)) });
