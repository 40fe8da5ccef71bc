import { type CalendarTerms, type PolicySettings } from '@gatehouse/contract';

const usual: CalendarTerms = {
  closedOnHolidays: false,
  closedOnWeekends: false,
  restFrom: '00:00',
  restUntil: '24:00',
};

/** How the calendar bears on bookings: not at all, unless the policy says so. */
export const calendarTerms = ({ calendar }: PolicySettings): CalendarTerms => ({ ...usual, ...calendar });
