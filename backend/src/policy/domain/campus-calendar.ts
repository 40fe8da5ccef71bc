import { campusInstant } from '../../kernel/campus-time.js';

/** `closed` and `own` are days of a campus; `closed` takes no visitors, `own` is only told. */
export type CalendarKind = 'holiday' | 'workday' | 'closed' | 'own';

export interface CalendarDay {
  day: string;
  /** null = every campus */
  campusId: string | null;
  kind: CalendarKind;
  name: string;
  nameEn: string;
}

/** What a day is, as far as anybody announced it. */
export interface DayNature {
  /** `unknown`: a weekday of a year whose holidays nobody entered */
  kind: 'work' | 'weekend' | 'holiday' | 'unknown';
  closed: boolean;
  names: { zh: string; en: string }[];
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** Holidays, make-up working days and the days of each campus, of the years that are known. */
export class CampusCalendar {
  private readonly days = new Map<string, CalendarDay[]>();

  constructor(
    readonly years: ReadonlySet<number>,
    days: readonly CalendarDay[],
  ) {
    for (const one of days) this.days.set(one.day, [...(this.days.get(one.day) ?? []), one]);
  }

  /** A weekend stays one in every year; what else a year brings is not guessed. */
  nature(day: string, campusId: string | null): DayNature {
    const entries = (this.days.get(day) ?? []).filter((one) => one.campusId === null || one.campusId === campusId);
    const national = entries.find(({ kind }) => kind === 'holiday' || kind === 'workday');
    return {
      kind: national ? (national.kind === 'holiday' ? 'holiday' : 'work') : this.plain(day),
      closed: entries.some(({ kind }) => kind === 'closed'),
      names: entries.map(({ name, nameEn }) => ({ zh: name, en: nameEn })),
    };
  }

  private plain(day: string): DayNature['kind'] {
    if (isWeekend(day)) return 'weekend';
    return this.years.has(Number(day.slice(0, 4))) ? 'work' : 'unknown';
  }

  /** The years up to that day which bookings can reach and nobody has entered. */
  missing(from: string, until: string): number[] {
    const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
    return Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((year) => !this.years.has(year));
  }
}

export const emptyCalendar = new CampusCalendar(new Set(), []);

/** A campus, or one gate of it, that takes nobody in for a while. Includes `begins`, excludes `ends`. */
export interface Closing {
  campusId: string;
  /** null = the whole campus */
  gateId: string | null;
  begins: Date;
  ends: Date;
  /** said to visitors */
  reason: string;
}

/** Whether the campus as a whole is closed at any moment of a period. */
export const isClosedDuring = (
  closings: readonly Closing[],
  campusId: string,
  { from, until }: { from: Date; until: Date },
): boolean =>
  closings.some((one) => one.gateId === null && one.campusId === campusId && one.begins < until && one.ends > from);

/** Whether the whole campus day is closed. */
export const isClosedAllDay = (closings: readonly Closing[], campusId: string, day: string): boolean => {
  const [from, until] = [campusInstant(day), campusInstant(day, '24:00')];
  return closings.some(
    (one) => one.gateId === null && one.campusId === campusId && one.begins <= from && one.ends >= until,
  );
};
