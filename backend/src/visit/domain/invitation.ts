import { type InvitationKind } from '@gatehouse/contract';
import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import { InvitationMade, InvitationUsed, InvitationWithdrawn } from './invitation-events.js';
import { type VisitPeriod } from './visit-period.js';

const MOST_PEOPLE = 200;
const LONGEST_MS = 90 * 86_400_000;

/** What a host decides about an invitation, and the token that opens it. */
export interface InvitationPlan {
  id: string;
  kind: InvitationKind;
  campusId: string;
  unitId: string;
  hostId: string;
  /** SHA-256 of the token, and the token as its host can see it again */
  token: { hash: Uint8Array; sealed: Uint8Array };
  period: VisitPeriod | null;
  purpose: string | null;
  note: string | null;
  people: number;
  preApproved: boolean;
  mobile: { index: string; masked: string } | null;
  expiresAt: Date;
}

/** A host's word that guests are expected: what it fixes, a guest cannot change. */
export class Invitation extends AggregateRoot {
  private withdrawnAt: Date | null = null;

  private constructor(
    readonly id: string,
    readonly kind: InvitationKind,
    readonly campusId: string,
    readonly unitId: string,
    readonly hostId: string,
    readonly tokenHash: Uint8Array,
    readonly tokenSealed: Uint8Array,
    readonly periodFrom: Date | null,
    readonly periodUntil: Date | null,
    readonly purpose: string | null,
    readonly note: string | null,
    readonly peopleCap: number,
    readonly preApproved: boolean,
    readonly mobileIndex: string | null,
    readonly mobileMasked: string | null,
    readonly expiresAt: Date,
    readonly madeAt: Date,
  ) {
    super();
  }

  /** `mayPreApprove` is what the policy says. A link never outlives the period it invites to. */
  static make(plan: InvitationPlan, mayPreApprove: boolean, now: Date): Invitation {
    const { id, kind, campusId, unitId, hostId, token, period, people, preApproved, mobile } = plan;
    if (!Number.isInteger(people) || people < 1 || people > MOST_PEOPLE) throw bad('people', 'invitation.people-range');
    if (preApproved && !mayPreApprove) throw bad('preApproved', 'invitation.pre-approval-off');
    if (mobile && kind === 'group') throw bad('mobile', 'invitation.phone-for-one');
    if (period && (period.until <= now || period.until <= period.from))
      throw bad('period.until', 'policy.period-empty');
    const end = period && period.until < plan.expiresAt ? period.until : plan.expiresAt;
    if (end <= now || end.getTime() > now.getTime() + LONGEST_MS) throw bad('expiresAt', 'invitation.expiry-range');
    const invitation = new Invitation(
      id, kind, campusId, unitId, hostId, token.hash, token.sealed, period?.from ?? null, period?.until ?? null,
      plan.purpose, plan.note?.trim() || null, people, preApproved, mobile?.index ?? null, mobile?.masked ?? null, end, now,
    ); // prettier-ignore
    invitation.record(new InvitationMade(id, campusId, kind, people, preApproved, now));
    return invitation;
  }

  /** Only its host can take it back; twice is once. What was booked by it stays. */
  withdraw(hostId: string, now: Date): void {
    if (hostId !== this.hostId) throw new DomainError('invitation.not-found');
    if (this.withdrawnAt) return;
    this.withdrawnAt = now;
    this.record(new InvitationWithdrawn(this.id, this.campusId, now));
  }

  isOpen(now: Date): boolean {
    return !this.withdrawnAt && this.expiresAt > now;
  }

  /** When the guest comes: as fixed here, from now on if that has begun, else as asked. */
  periodFor(asked: VisitPeriod, now: Date): VisitPeriod {
    const { periodFrom, periodUntil } = this;
    if (!periodFrom || !periodUntil) return asked;
    return { from: periodFrom < now ? now : periodFrom, until: periodUntil };
  }

  /** A guest applied by it: with the phone it is bound to, if any. */
  use(visitId: string, mobileIndex: string | null, people: number, now: Date): void {
    if (this.mobileIndex && this.mobileIndex !== mobileIndex) throw bad('applicant.mobile', 'invitation.other-phone');
    this.record(new InvitationUsed(this.id, this.campusId, visitId, people, now));
  }
}

const bad = (path: string, code: ConstructorParameters<typeof DomainError>[0]): DomainError =>
  new DomainError(code, {}, [{ path, code }]);
