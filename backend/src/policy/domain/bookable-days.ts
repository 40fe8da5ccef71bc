import { type Text } from '@gatehouse/contract';
import { addDays, campusDay } from '../../kernel/campus-time.js';
import { calendarTerms } from './calendar-terms.js';
import { isClosedAllDay } from './campus-calendar.js';
import { type Rulebook } from './rulebook.js';

export interface BookableDays {
  closed: { date: string; why: Text }[];
  rest: { days: string[]; from: string; until: string } | null;
  closures: { from: string; until: string; reason: string }[];
}

const words = {
  closed: { zh: '不开放', en: 'closed' },
  holiday: { zh: '节假日', en: 'public holiday' },
  weekend: { zh: '休息日', en: 'day off' },
  closure: { zh: '校区关闭', en: 'campus closed' },
};

/** What of the days that bookings can reach a visitor should see while choosing. */
export function bookableDays(rules: Rulebook, campusId: string, now: Date): BookableDays {
  const { settings, calendar, closings } = rules;
  const terms = calendarTerms(settings);
  const [closed, restDays]: [BookableDays['closed'], string[]] = [[], []];
  const reach = settings.period.maxAheadDays + settings.period.maxDays;
  for (let ahead = 0; ahead < reach; ahead++) {
    const date = addDays(campusDay(now), ahead);
    const nature = calendar.nature(date, campusId);
    const isOff = nature.kind === 'holiday' || nature.kind === 'weekend';
    const why = isClosedAllDay(closings, campusId, date)
      ? words.closure
      : nature.closed || settings.period.closedDays.includes(date)
        ? (nature.names.at(-1) ?? words.closed)
        : nature.kind === 'holiday' && terms.closedOnHolidays
          ? (nature.names[0] ?? words.holiday)
          : nature.kind === 'weekend' && terms.closedOnWeekends
            ? words.weekend
            : null;
    if (why) closed.push({ date, why });
    else if (isOff) restDays.push(date);
  }
  const hasHours = terms.restFrom !== '00:00' || terms.restUntil !== '24:00';
  return {
    closed,
    rest: hasHours && restDays.length > 0 ? { days: restDays, from: terms.restFrom, until: terms.restUntil } : null,
    closures: closings
      .filter((one) => one.campusId === campusId && one.gateId === null)
      .map(({ begins, ends, reason }) => ({ from: begins.toISOString(), until: ends.toISOString(), reason })),
  };
}
