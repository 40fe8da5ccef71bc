import { type VisitStatus } from '@gatehouse/contract';
import { campusDate } from '@/shared/time';

export const statuses: (VisitStatus | 'granted')[] = [
  'pending',
  'approved',
  'granted',
  'declined',
  'cancelled',
  'expired',
];

/** A week back and a month ahead: what the office is asked about most. */
export function recentVisits() {
  const now = Date.now();
  return { words: '', status: '', campus: '', unit: '', from: campusDate(now, -7), until: campusDate(now, 30) };
}

export type VisitsFilter = ReturnType<typeof recentVisits>;
