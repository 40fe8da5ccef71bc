import { type EarlierVisit } from '@gatehouse/contract/own-data';
import { type BookingInfo } from '@gatehouse/contract/visit';
import { limitsAt } from '../../shared/period-limits.ts';
import { emptyApplication, emptyPerson, type Application } from '../apply/application.ts';
import { keptPerson } from './kept-person.ts';
import { nextPeriod } from './next-period.ts';

/** The form of the same visit again, but for its time and the consents, which are given anew. */
export function sameAgain(visit: EarlierVisit, booking: BookingInfo, now: number): Application {
  const [applicant, ...companions] = visit.people;
  const { policy } = booking;
  const campus = booking.campuses.find(({ id }) => id === visit.campus.id);
  return {
    ...emptyApplication(),
    transport: visit.transport,
    plate: visit.plate ?? '',
    applicant: { ...(applicant ? keptPerson(applicant) : emptyPerson()), organisation: '' },
    companions: companions.slice(0, policy.party.maxCompanions).map(keptPerson),
    campusId: visit.campus.id,
    unit: visit.unit,
    host: visit.host,
    hostKept: visit.host !== null,
    period: nextPeriod(limitsAt(policy.period, campus), visit.period, now),
    purpose: policy.purposes.some(({ key }) => key === visit.purpose) ? visit.purpose : '',
    reason: visit.reason,
  };
}
