/** GET /api/calendar?year= → CalendarView (policy.read). */
export interface CalendarView {
  year: number;
  years: KnownYear[];
  /** years that bookings can reach and nobody has entered */
  missing: number[];
  days: CalendarDayRow[];
}

export interface KnownYear {
  year: number;
  source: string;
  by: string;
  at: string;
}

export interface CalendarDayRow {
  id: string;
  day: string;
  /** null = every campus */
  campusId: string | null;
  kind: 'holiday' | 'workday' | 'closed' | 'own';
  name: string;
  nameEn: string;
  by: string;
}

/** PUT /api/calendar/years/:year {source, csv} → CalendarView (policy.write): the announced days of a year, in place of earlier ones. */
export interface EnterYearInput {
  source: string;
  /** lines of date, holiday or workday (放假 or 上班), name, English name */
  csv: string;
}

/** POST /api/calendar/days → CalendarView (policy.write): days of a campus. `closed` takes no visitors. */
export interface AddDaysInput {
  from: string;
  until: string;
  campusId: string | null;
  kind: 'closed' | 'own';
  name: string;
  nameEn?: string;
}
