import { Injectable } from '@nestjs/common';
import { HostAvailability } from '../../approval/public.js';
import { DomainError, type FieldError } from '../../kernel/domain-error.js';
import { type ActivePolicy, objectionsTo, QuotaBook, Rules } from '../../policy/public.js';
import { type Visit } from '../domain/visit.js';
import { checkContents, type VisitContents } from '../domain/visit-contents.js';
import { Visits } from './visits.js';

/**
 * What was checked when the visit was booked is checked again for what its visitor alters. Not the blacklist: it is no
 * answer to a visitor, but keeps the visit from being approved.
 */
@Injectable()
export class AmendmentRules {
  constructor(
    private readonly rules: Rules,
    private readonly quotas: QuotaBook,
    private readonly visits: Visits,
    private readonly availability: HostAvailability,
  ) {}

  /** Throws what speaks against it. The rules look at what differs: a period that was good when booked stays good. */
  async check(visit: Visit, contents: VisitContents, now: Date): Promise<ActivePolicy> {
    // First: what is said of one document must not depend on who else is named.
    checkContents(contents);
    const policy = await this.rules.current();
    const { period, party } = contents;
    const booking = { ...period, companions: party.length - 1, purpose: visit.purpose, campusId: visit.campusId };
    const isMoved = !isSamePeriod(period, visit.contents.period);
    const isGrown = party.length > visit.party.length;
    const looked = ({ path }: FieldError) =>
      path.startsWith('period') ? isMoved : path.startsWith('companions') ? isGrown : false;
    const objections = objectionsTo(booking, policy, now).filter(looked);
    if (objections.length > 0) throw new DomainError('request.invalid', {}, objections);
    if (
      (isMoved || isGrown) &&
      !(await this.availability.mayReceive(visit.hostId, party.length, period.from, visit.id))
    )
      throw new DomainError('visit.host-unavailable', {}, [{ path: 'period.from', code: 'visit.host-unavailable' }]);
    const counted = { campusId: visit.campusId, hostId: visit.hostId, purpose: visit.purpose, ...period };
    if ((isMoved || isGrown) && !(await this.quotas.hasRoom(counted, party.length, visit.id)))
      throw new DomainError('request.invalid', {}, [{ path: 'period.from', code: 'policy.quota-full' }]);
    if (isMoved && (await this.visits.isAlreadyBooked(party[0], visit.hostId, period, visit.id)))
      throw new DomainError('visit.already-booked');
    return policy;
  }
}

const isSamePeriod = (a: VisitContents['period'], b: VisitContents['period']): boolean =>
  a.from.getTime() === b.from.getTime() &&
  a.until.getTime() === b.until.getTime() &&
  JSON.stringify(a.weekly) === JSON.stringify(b.weekly);
