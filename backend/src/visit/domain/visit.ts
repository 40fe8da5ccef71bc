import { type CorrectionNote } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { checkedNotes, correctableFields, isSameNotes } from './correction.js';
import {
  VisitApproved,
  VisitCancelled,
  VisitChanged,
  VisitCorrected,
  VisitCorrectionAsked,
  VisitDeclined,
  VisitEndMoved,
  VisitErased,
  VisitExpired,
  VisitExtended,
  VisitExtensionAsked,
  VisitExtensionRefused,
  VisitMetBlacklist,
  VisitMetClosure,
  VisitRequested,
  VisitRevoked,
  VisitShortened,
} from './events.js';
import { erased } from './party-member.js';
import { type VisitApplication } from './visit-application.js';
import { checkContents, type VisitContents } from './visit-contents.js';
import { endOfTerm, type VisitPeriod } from './visit-period.js';
import { changeOf } from './visit-record.js';
import { VisitStay } from './visit-stay.js';

/** One application for a visit, from request to its end. */
export class Visit extends VisitStay {
  private constructor(application: VisitApplication, now: Date) {
    super(application, now);
  }

  static request(application: VisitApplication, now: Date): Visit {
    checkContents(application);
    const visit = new Visit(application, now);
    visit.record(new VisitRequested(visit.id, visit.campusId, now));
    return visit;
  }

  approve(now: Date): void {
    if (this.periodUntil <= now) throw new DomainError('visit.period-over');
    this.become('approved');
    this.correction = null;
    this.decidedAt = now;
    this.record(new VisitApproved(this.id, this.campusId, now));
  }

  decline(now: Date): void {
    this.become('declined');
    this.correction = null;
    this.decidedAt = now;
    this.record(new VisitDeclined(this.id, this.campusId, now));
  }

  /** The security office decides in the host's place; its reason is for staff. */
  declineByOffice(reason: string, now: Date): void {
    this.decline(now);
    this.closingNote = reason;
  }

  /** The visitor does not come. */
  cancel(reason: string | null, now: Date): void {
    if (this.periodUntil <= now) throw new DomainError('visit.period-over');
    this.become('cancelled');
    this.leaveNothingOpen();
    this.closedAt = now;
    this.closingNote = reason;
    this.record(new VisitCancelled(this.id, this.campusId, now));
  }

  /** The period is over. An undecided visit ends unanswered; nobody is checked out by this. */
  expire(now: Date): void {
    if (this.periodUntil > now) throw new DomainError('visit.wrong-status');
    this.become('expired');
    this.leaveNothingOpen();
    this.closedAt = now;
    this.record(new VisitExpired(this.id, this.campusId, now));
  }

  /** Who has to decide asks the visitor to correct fields, instead of refusing. */
  askForCorrection(notes: CorrectionNote[], askedBy: string, now: Date): void {
    this.mustBe('pending');
    const fields = checkedNotes(notes, correctableFields(this.party, this.plate));
    if (this.correction && isSameNotes(fields, this.correction.fields)) return;
    this.correction = { askedAt: now.toISOString(), askedBy, fields };
    this.note({ at: now.toISOString(), kind: 'correction-asked', who: askedBy, notes: fields });
    this.record(new VisitCorrectionAsked(this.id, this.campusId, now));
  }

  /** The fields of which a correction is asked. */
  get askedFields(): string[] {
    if (this.status !== 'pending' || !this.correction) throw new DomainError('visit.no-correction-asked');
    return this.correction.fields.map(({ field }) => field);
  }

  /** The visitor corrected what was asked; the visit lies with the same approver again. */
  correct(contents: VisitContents, now: Date): void {
    const fields = this.askedFields;
    this.take(contents);
    this.correction = null;
    this.note({
      at: now.toISOString(),
      kind: 'corrected',
      who: null,
      notes: fields.map((field) => ({ field, note: '' })),
    });
    this.record(new VisitCorrected(this.id, this.campusId, now));
  }

  /** The visitor changes the visit before it begins. It has to be approved anew; without any difference nothing happens. */
  change(contents: VisitContents, untilMinutes: number, policyVersion: number, now: Date): void {
    if (this.status !== 'approved') this.mustBe('pending');
    if (now.getTime() >= this.periodFrom.getTime() - untilMinutes * 60_000)
      throw new DomainError('visit.change-too-late');
    if (isSame(contents, this.contents)) return;
    if (this.status === 'approved') {
      this.become('pending');
      this.note({ at: (this.decidedAt ?? now).toISOString(), kind: 'approved', who: null });
    }
    this.take(contents);
    this.policyVersion = policyVersion;
    this.decidedAt = null;
    this.leaveNothingOpen();
    this.note({ at: now.toISOString(), kind: 'changed', who: null });
    this.record(new VisitChanged(this.id, this.campusId, now));
  }

  /** The visitor wants to stay longer; the host decides. */
  askForExtension(until: Date, reason: string | null, now: Date): void {
    this.askForLonger(until, reason, null, now);
  }

  /** A member of staff wants a long-term visit to go on; it is approved as the first time. */
  askForRenewal(until: Date, reason: string, who: string, now: Date): void {
    if (!this.weekly) throw new DomainError('visit.not-long-term');
    this.askForLonger(until, reason, who, now);
  }

  private askForLonger(asked: Date, reason: string | null, who: string | null, now: Date): void {
    const until = this.weekly ? endOfTerm(asked, this.weekly) : asked;
    this.mustBe('approved');
    if (this.periodUntil <= now) throw new DomainError('visit.period-over');
    if (until <= this.periodUntil)
      throw new DomainError('request.invalid', {}, [{ path: 'until', code: 'visit.extension-not-longer' }]);
    if (this.extension?.until === until.toISOString()) return;
    if (this.extension) throw new DomainError('visit.extension-open');
    this.extension = { until: until.toISOString(), reason, askedAt: now.toISOString() };
    const words = reason ? { words: reason } : {};
    this.note({ at: now.toISOString(), kind: who ? 'renewal-asked' : 'extension-asked', who, ...words });
    this.record(new VisitExtensionAsked(this.id, this.campusId, now));
  }

  extend(now: Date): void {
    this.mustBe('approved');
    if (!this.extension || this.periodUntil <= now) throw new DomainError('visit.period-over');
    this.endAt(new Date(this.extension.until));
    this.extension = null;
    this.record(new VisitExtended(this.id, this.campusId, now));
  }

  refuseExtension(now: Date): void {
    this.extension = null;
    this.record(new VisitExtensionRefused(this.id, this.campusId, now));
  }

  /** Whoever has to decide agrees to less time than was asked for, within it. */
  shorten(period: VisitPeriod, who: string, now: Date): void {
    this.mustBe('pending');
    const { from, until } = this.contents.period;
    if (period.from.getTime() === from.getTime() && period.until.getTime() === until.getTime()) return;
    const isWithin = period.from >= from && period.until <= until && period.from < period.until;
    if (!isWithin) throw new DomainError('request.invalid', {}, [{ path: 'period', code: 'visit.period-not-shorter' }]);
    this.note({ at: now.toISOString(), kind: 'shortened', who, period: changeOf({ from, until }, period) });
    this.periodFrom = period.from;
    this.endAt(period.until);
    this.record(new VisitShortened(this.id, this.campusId, now));
  }

  /** The host takes an approved visit back, whether it began or not, with a reason that the visitor reads. */
  revoke(reason: string, who: string, now: Date): void {
    if (!reason.trim()) throw new DomainError('request.invalid', {}, [{ path: 'reason', code: 'field.needed' }]);
    this.mustBe('approved');
    if (this.periodUntil <= now) throw new DomainError('visit.period-over');
    this.become('cancelled');
    this.leaveNothingOpen();
    this.closedAt = now;
    this.closingNote = reason;
    this.note({ at: now.toISOString(), kind: 'revoked', who, words: reason });
    this.record(new VisitRevoked(this.id, this.campusId, now));
  }

  /** The host lets an approved visit end later or earlier. A longer stay that waits for an answer has got it by this. */
  moveEnd(asked: Date, who: string, now: Date): void {
    const until = this.weekly ? endOfTerm(asked, this.weekly) : asked;
    this.mustBe('approved');
    if (this.periodUntil <= now) throw new DomainError('visit.period-over');
    if (until <= now || until <= this.periodFrom)
      throw new DomainError('request.invalid', {}, [{ path: 'until', code: 'visit.end-not-ahead' }]);
    if (until.getTime() === this.periodUntil.getTime()) return;
    const { from, until: was } = this.contents.period;
    this.note({
      at: now.toISOString(),
      kind: 'end-moved',
      who,
      period: changeOf({ from, until: was }, { from, until }),
    });
    this.extension = null;
    this.endAt(until);
    this.record(new VisitEndMoved(this.id, this.campusId, now));
  }

  /** Told to the security office, and to nobody else: nothing of it is kept with the visit. */
  meetBlacklist(level: VisitMetBlacklist['level'], now: Date): void {
    this.record(new VisitMetBlacklist(this.id, this.campusId, level, now));
  }

  /** Nothing changes by it; its people are told. */
  meetClosure(closureId: string, isOver: boolean, now: Date): void {
    this.record(new VisitMetClosure(this.id, this.campusId, closureId, isOver, now));
  }

  /** Nothing of its people is left; that there was a visit, when and to whom, stays. Not while it may still happen. */
  erase(now: Date): void {
    if (['pending', 'approved'].includes(this.status) && this.periodUntil > now)
      throw new DomainError('erasure.visit-open');
    this.erasedAt ??= now;
    this.party = this.party.map(erased);
    this.plate = null;
    this.plateKey = null;
    this.reason = '';
    this.remark = null;
    this.closingNote = null;
    this.leaveNothingOpen();
    this.journal = this.journal.map(({ at, kind, who }) => ({ at, kind, who }));
    this.record(new VisitErased(this.id, this.campusId, now));
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
