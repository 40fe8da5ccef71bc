import { type Locale, type Transport, type VisitStatus } from '@gatehouse/contract';
import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import { VisitApproved, VisitCancelled, VisitDeclined, VisitExpired, VisitRequested } from './events.js';
import { type PartyMember } from './party-member.js';
import { type VisitPeriod } from './visit-period.js';

const next: Record<VisitStatus, readonly VisitStatus[]> = {
  pending: ['approved', 'declined', 'cancelled', 'expired'],
  approved: ['cancelled', 'expired'],
  declined: [],
  cancelled: [],
  expired: [],
};

/** An application as the visitor sends it, after every check of the form. */
export interface VisitApplication {
  id: string;
  number: string;
  /** made once per form by the phone: the same key never makes a second visit */
  requestKey: string;
  campusId: string;
  unitId: string;
  hostId: string;
  transport: Transport;
  plate: { number: string; matchKey: string } | null;
  period: VisitPeriod;
  purpose: string;
  reason: string;
  remark: string | null;
  party: PartyMember[];
  noticeVersion: string;
  policyVersion: number;
  locale: Locale;
}

/** One application for a visit, from request to its end. */
export class Visit extends AggregateRoot {
  private status: VisitStatus = 'pending';
  private decidedAt: Date | null = null;
  private closedAt: Date | null = null;
  private closingNote: string | null = null;

  private constructor(
    readonly id: string,
    readonly number: string,
    readonly requestKey: string,
    readonly campusId: string,
    readonly unitId: string,
    readonly hostId: string,
    readonly transport: Transport,
    readonly plate: string | null,
    readonly plateKey: string | null,
    private periodFrom: Date,
    private periodUntil: Date,
    readonly purpose: string,
    readonly reason: string,
    readonly remark: string | null,
    readonly party: PartyMember[],
    readonly noticeVersion: string,
    readonly locale: Locale,
    readonly policyVersion: number,
    readonly requestedAt: Date,
  ) {
    super();
  }

  static request(application: VisitApplication, now: Date): Visit {
    const { id, number, requestKey, campusId, unitId, hostId, transport, plate, period } = application;
    const { purpose, reason, remark, party, noticeVersion, locale, policyVersion } = application;
    refuseTheSamePersonTwice(party);
    if ((transport === 'car') !== (plate !== null))
      throw new DomainError('request.invalid', {}, [{ path: 'plate', code: plate ? 'field.unknown' : 'field.needed' }]);
    const visit = new Visit(
      id, number, requestKey, campusId, unitId, hostId, transport, plate?.number ?? null, plate?.matchKey ?? null,
      period.from, period.until, purpose, reason, remark, party, noticeVersion, locale, policyVersion, now,
    ); // prettier-ignore
    visit.record(new VisitRequested(id, campusId, now));
    return visit;
  }

  approve(now: Date): void {
    if (this.periodUntil <= now) throw new DomainError('visit.period-over');
    this.become('approved');
    this.decidedAt = now;
    this.record(new VisitApproved(this.id, this.campusId, now));
  }

  decline(now: Date): void {
    this.become('declined');
    this.decidedAt = now;
    this.record(new VisitDeclined(this.id, this.campusId, now));
  }

  /** The visitor does not come. */
  cancel(reason: string | null, now: Date): void {
    if (this.periodUntil <= now) throw new DomainError('visit.period-over');
    this.become('cancelled');
    this.closedAt = now;
    this.closingNote = reason;
    this.record(new VisitCancelled(this.id, this.campusId, now));
  }

  /** The period is over. An undecided visit ends unanswered; nobody is checked out by this. */
  expire(now: Date): void {
    if (this.periodUntil > now) throw new DomainError('visit.wrong-status');
    this.become('expired');
    this.closedAt = now;
    this.record(new VisitExpired(this.id, this.campusId, now));
  }

  /** Whether this phone made the application. */
  wasRequestedBy(mobileIndex: string): boolean {
    return this.party[0]?.mobileIndex === mobileIndex;
  }

  private become(status: VisitStatus): void {
    if (!next[this.status].includes(status))
      throw new DomainError('visit.wrong-status', { from: this.status, to: status });
    this.status = status;
  }
}

function refuseTheSamePersonTwice(party: PartyMember[]): void {
  party.forEach(({ documentIndex }, at) => {
    if (party.findIndex((other) => other.documentIndex === documentIndex) === at) return;
    throw new DomainError('visit.same-person-twice', {}, [
      { path: `companions.${at - 1}.documentNumber`, code: 'visit.same-person-twice' },
    ]);
  });
}
