import { type Dashboard } from '@gatehouse/contract';
import { type RouteLocationRaw } from 'vue-router';
import { campusDate } from '@/shared/time';

type Day = Pick<Dashboard, 'date'> & { campus?: string };
type Query = Record<string, string>;

const at = (campus = ''): Query => (campus ? { campus } : {});

/** The passages behind a number of the dashboard, of the same day. */
export function passagesOf({ date, campus }: Day, filter: Query): RouteLocationRaw {
  return { name: 'passages', query: { from: date, until: date, ...at(campus), ...filter } };
}

/** Of one hour of the day. */
export function passagesOfHour({ date, campus }: Day, hour: number, filter: Query): RouteLocationRaw {
  const clock = (of: number) => `${String(of).padStart(2, '0')}:00`;
  const until = hour === 23 ? `${campusDate(`${date}T12:00:00+08:00`, 1)}T00:00` : `${date}T${clock(hour + 1)}`;
  return { name: 'passages', query: { from: `${date}T${clock(hour)}`, until, ...at(campus), ...filter } };
}

/** Of another day up to the time that today has come to. */
export function passagesUntil({ date, until, campus }: Day & { until: string }, filter: Query): RouteLocationRaw {
  return {
    name: 'passages',
    query: { from: `${date}T00:00`, until: `${date}T${until}`, ...at(campus), ...filter },
  };
}

/** Visits that are or were agreed for some time of the day. */
export function visitsOn({ date, campus }: Day, filter: Query = {}): RouteLocationRaw {
  return { name: 'visits', query: { from: date, until: date, ...at(campus), ...filter } };
}

/** Everything that still waits, however far ahead it is booked. */
export function waitingVisits({ date, campus }: Day): RouteLocationRaw {
  const from = campusDate(`${date}T12:00:00+08:00`, -3650);
  const until = campusDate(`${date}T12:00:00+08:00`, 3650);
  return { name: 'visits', query: { status: 'pending', from, until, ...at(campus) } };
}

/** Who is inside, or is still inside although the period is over. */
export function peopleInside(campus: string | undefined, filter: Query = {}): RouteLocationRaw {
  return { name: 'people', query: { presence: 'inside', ...at(campus), ...filter } };
}
