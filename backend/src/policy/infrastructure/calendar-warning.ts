import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Readiness } from '../../platform/readiness.js';
import { CalendarQuery } from '../application/calendar.query.js';

/** Tells operators of a year that bookings can reach before anybody has entered its holidays. */
@Injectable()
export class CalendarWarning implements OnModuleInit {
  constructor(
    private readonly calendar: CalendarQuery,
    private readonly readiness: Readiness,
  ) {}

  onModuleInit(): void {
    this.readiness.watch(async () => (await this.calendar.missing()).map((year) => `calendar.year-missing:${year}`));
  }
}
