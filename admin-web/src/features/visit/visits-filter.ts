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
  const none = { words: '', status: '', campus: '', unit: '', host: '', purpose: '' };
  return { ...none, from: campusDate(now, -7), until: campusDate(now, 30) };
}

export type VisitsFilter = ReturnType<typeof recentVisits>;
