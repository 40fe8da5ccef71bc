import { type PolicySettings, type VisitorPassRow, type VisitorVisit } from '@gatehouse/contract';
import { latestEnd } from '../../policy/public.js';
import { type VisitSqlRow } from './visit-row.js';

const MINUTE_MS = 60_000;

/** What the visitor can do with the visit now; the commands check again. */
export function possibilities(
  { status, period_from, period_until, weekly, extension }: VisitSqlRow,
  passes: VisitorPassRow[],
  settings: PolicySettings,
  now: Date,
): Pick<VisitorVisit, 'canCancel' | 'canChange' | 'canExtend' | 'canLeave' | 'latestEnd'> {
  const isOpen = (status === 'pending' || status === 'approved') && period_until > now;
  const isOutside = !passes.some(({ inside }) => inside);
  const changeEnds = period_from.getTime() - settings.changeUntilMinutes * MINUTE_MS;
  const end = latestEnd({ from: period_from, ...(weekly && { weekly }) }, settings, now);
  const canBeLonger = end > period_until;
  return {
    canCancel: isOpen && isOutside,
    canChange: isOpen && isOutside && now.getTime() < changeEnds,
    canExtend: status === 'approved' && isOpen && canBeLonger && extension === null,
    canLeave: passes.some(({ inside, leftClaimedAt }) => inside && leftClaimedAt === null),
    latestEnd: canBeLonger ? end.toISOString() : null,
  };
}
