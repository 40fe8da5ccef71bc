import { type Quota, type WeeklyHours } from '@gatehouse/contract';
import { addDays, campusDay, campusInstant, daysBetween } from '../../kernel/campus-time.js';
import { isWeekday } from './long-term.js';

/** What of a booking a quota counts. */
export interface Counted {
  campusId: string;
  hostId: string;
  purpose: string;
  from: Date;
  until: Date;
  weekly?: WeeklyHours;
}

/** A stretch of time in which a quota holds for a booking, and whom it counts there. */
export interface QuotaSlot {
  quota: Quota;
  from: Date;
  until: Date;
  hostId: string | null;
}

const HOUR_MS = 3_600_000;

export const appliesTo = ({ campusId, purpose }: Quota, booking: Pick<Counted, 'campusId' | 'purpose'>): boolean =>
  (campusId === null || campusId === booking.campusId) && (purpose === null || purpose === booking.purpose);

/** Every slot of the quotas that a booking falls into: its days, or the hours in which it wants to come in. */
export function slotsOf(booking: Counted, quotas: readonly Quota[]): QuotaSlot[] {
  return quotas
    .filter((quota) => appliesTo(quota, booking))
    .flatMap((quota) => {
      const hostId = quota.per === 'host-day' ? booking.hostId : null;
      if (quota.per === 'hour') {
        const from = new Date(Math.floor(booking.from.getTime() / HOUR_MS) * HOUR_MS);
        return [{ quota, hostId, from, until: new Date(from.getTime() + HOUR_MS) }];
      }
      return daysOf(booking).map((day) => ({
        quota,
        hostId,
        from: campusInstant(day),
        until: campusInstant(day, '24:00'),
      }));
    });
}

function daysOf({ from, until, weekly }: Counted): string[] {
  const first = campusDay(from);
  const count = daysBetween(first, campusDay(new Date(until.getTime() - 1))) + 1;
  const days = Array.from({ length: Math.min(Math.max(count, 1), 400) }, (_, at) => addDays(first, at));
  return weekly ? days.filter((day) => isWeekday(weekly.weekdays, day)) : days;
}
