import { type Dashboard } from '@gatehouse/contract';
import { type RouteLocationRaw } from 'vue-router';
import { campusDate } from '@/shared/time';

type Day = Pick<Dashboard, 'date'> & { campus?: string };

/** The passages behind a number of the dashboard, of the same day. */
export function passagesOf({ date, campus = '' }: Day, filter: Record<string, string>): RouteLocationRaw {
  return { name: 'passages', query: { from: date, until: date, ...(campus && { campus }), ...filter } };
}

export function visitsOn({ date, campus = '' }: Day): RouteLocationRaw {
  return { name: 'visits', query: { from: date, until: date, ...(campus && { campus }) } };
}

/** Everything that still waits, however far ahead it is booked. */
export function waitingVisits({ date, campus = '' }: Day): RouteLocationRaw {
  const until = campusDate(`${date}T00:00:00+08:00`, 365);
  return { name: 'visits', query: { status: 'pending', from: date, until, ...(campus && { campus }) } };
}
