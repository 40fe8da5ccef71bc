import {
  type CorrectionNote,
  type Locale,
  type PeriodChange,
  type Transport,
  type VisitStatus,
} from '@gatehouse/contract';
import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import { checkedNotes, correctableFields, type Correction, isSameNotes } from './correction.js';
import {
  VisitApproved,
  VisitCancelled,
  VisitChanged,
  VisitCorrected,
  VisitCorrectionAsked,
  VisitDeclined,
  VisitEndMoved,
  VisitEndNeared,
  VisitErased,
  VisitExpired,
  VisitExtended,
  VisitExtensionAsked,
  VisitExtensionRefused,
  VisitMetBlacklist,
  VisitOfficeSaidLeft,
  VisitMetClosure,
  VisitOverstayed,
  VisitRequested,
  VisitRevoked,
  VisitShortened,
  VisitStayAnswered,
  VisitStayChased,
  VisitStayUnanswered,
} from './events.js';
import { type AskedExtension, type JournalEntry } from './journal.js';
import { erased, type PartyMember } from './party-member.js';
import { ASK_AGAIN_AFTER, latestProlonging, type StayAnswer, type StayStage, stageAt } from './stay.js';
import { checkContents, type VisitContents } from './visit-contents.js';
import { type VisitPeriod } from './visit-period.js';

const next: Record<VisitStatus, readonly VisitStatus[]> = {
  pending: ['approved', 'declined', 'cancelled', 'expired'],
  approved: ['pending', 'cancelled', 'expired'],
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
  private correction: Correction | null = null;
  private extension: AskedExtension | null = null;
  private journal: JournalEntry[] = [];
  private stayStage: StayStage = 0;
  private stayAnswer: StayAnswer | null = null;
  private erasedAt: Date | null = null;
  /** how many people were ever named: an index is never given twice */
  private seats: number;

  private constructor(
    readonly id: string,
    readonly number: string,
    readonly requestKey: string,
    readonly campusId: string,
    readonly unitId: string,
    readonly hostId: string,
    private transport: Transport,
    public plate: string | null,
    private plateKey: string | null,
    private periodFrom: Date,
    private periodUntil: Date,
    readonly purpose: string,
    private reason: string,
    private remark: string | null,
    public party: PartyMember[],
    readonly noticeVersion: string,
    readonly locale: Locale,
    private policyVersion: number,
    readonly requestedAt: Date,
  ) {
    super();
    this.seats = party.length;
  }

  static request(application: VisitApplication, now: Date): Visit {
    const { id, number, requestKey, campusId, unitId, hostId, transport, plate, period } = application;
    const { purpose, reason, remark, party, noticeVersion, locale, policyVersion } = application;
    checkContents(application);
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

  /** What the visitor can alter, as it stands. */
  get contents(): VisitContents {
    const { transport, plate, plateKey, periodFrom, periodUntil, reason, remark, party } = this;
    return {
      transport,
      plate: plate && plateKey ? { number: plate, matchKey: plateKey } : null,
      period: { from: periodFrom, until: periodUntil },
      reason,
      remark,
      party,
    };
  }

  /** The index of the next person who joins the party. */
  get nextSeat(): number {
    return this.seats;
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
    this.mustBe('approved');
    if (this.periodUntil <= now) throw new DomainError('visit.period-over');
    if (until <= this.periodUntil)
      throw new DomainError('request.invalid', {}, [{ path: 'until', code: 'visit.extension-not-longer' }]);
    if (this.extension?.until === until.toISOString()) return;
    if (this.extension) throw new DomainError('visit.extension-open');
    this.extension = { until: until.toISOString(), reason, askedAt: now.toISOString() };
    const words = reason ? { words: reason } : {};
    this.note({ at: now.toISOString(), kind: 'extension-asked', who: null, ...words });
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
  moveEnd(until: Date, who: string, now: Date): void {
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

  /** Somebody is inside and nobody said that he left: tells, once each, when the end is near, reached, and long past. */
  watchStay(now: Date): void {
    const stage = stageAt(this.periodUntil, now);
    if (stage <= this.stayStage) return;
    this.stayStage = stage;
    if (stage === 1) this.record(new VisitEndNeared(this.id, this.campusId, now));
    if (stage === 2 && !this.stayAnswer) this.record(new VisitStayUnanswered(this.id, this.campusId, now));
    if (stage === 3) this.record(new VisitOverstayed(this.id, this.campusId, now));
  }

  /** The host was asked whether the party is still there. The word is kept; no gate saw anything. */
  answerStay(answer: StayAnswer, who: string, now: Date): void {
    if (this.stayAnswer === answer) return;
    this.stayAnswer = answer;
    this.note({ at: now.toISOString(), kind: answer === 'left' ? 'host-said-left' : 'host-said-unknown', who });
    this.record(new VisitStayAnswered(this.id, this.campusId, answer, now));
  }

  /** The security office asks the host once more; not again at once. */
  chaseStay(who: string, now: Date): void {
    const asked = this.journal.findLast(({ kind }) => kind === 'office-asked');
    if (asked && now.getTime() - Date.parse(asked.at) < ASK_AGAIN_AFTER) throw new DomainError('visit.just-asked');
    this.note({ at: now.toISOString(), kind: 'office-asked', who });
    this.record(new VisitStayChased(this.id, this.campusId, now));
  }

  /** The security office lets it go on although it ends, or ended a moment ago; the passes go on with it. */
  prolong(until: Date, reason: string, who: string, now: Date): void {
    if (this.status !== 'approved' && this.status !== 'expired') throw new DomainError('visit.wrong-status');
    const latest = latestProlonging(this.periodUntil, now);
    if (!latest) throw new DomainError('visit.period-over');
    if (until <= now || until <= this.periodUntil || until > latest)
      throw new DomainError('request.invalid', {}, [{ path: 'until', code: 'visit.end-not-ahead' }]);
    const { from, until: was } = this.contents.period;
    const period = changeOf({ from, until: was }, { from, until });
    this.note({ at: now.toISOString(), kind: 'office-prolonged', who, words: reason, period });
    this.status = 'approved';
    this.closedAt = null;
    this.extension = null;
    this.endAt(until);
    this.record(new VisitEndMoved(this.id, this.campusId, now));
  }

  /** The security office found out that people of the party left. The word is kept; no gate saw anything. */
  takeOfficesWord(people: number[] | null, reason: string, who: string, now: Date): void {
    this.note({ at: now.toISOString(), kind: 'office-said-left', who, words: reason });
    this.record(new VisitOfficeSaidLeft(this.id, this.campusId, people, now));
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

  /** Whether this phone made the application. */
  wasRequestedBy(mobileIndex: string): boolean {
    return this.party[0]?.mobileIndex === mobileIndex;
  }

  private take(contents: VisitContents): void {
    checkContents(contents);
    const { transport, plate, period, reason, remark, party } = contents;
    this.transport = transport;
    this.plate = plate?.number ?? null;
    this.plateKey = plate?.matchKey ?? null;
    this.periodFrom = period.from;
    this.endAt(period.until);
    this.reason = reason;
    this.remark = remark;
    this.party = party;
    this.seats = Math.max(this.seats, ...party.map(({ index }) => index + 1));
  }

  /** With another end the question whether somebody stays is asked anew. */
  private endAt(until: Date): void {
    this.periodUntil = until;
    this.stayStage = 0;
    this.stayAnswer = null;
  }

  private leaveNothingOpen(): void {
    this.correction = null;
    this.extension = null;
  }

  private note(entry: JournalEntry): void {
    this.journal = [...this.journal, entry];
  }

  private mustBe(status: VisitStatus): void {
    if (this.status !== status) throw new DomainError('visit.wrong-status', { from: this.status });
  }

  private become(status: VisitStatus): void {
    if (!next[this.status].includes(status))
      throw new DomainError('visit.wrong-status', { from: this.status, to: status });
    this.status = status;
  }
}

const changeOf = (was: VisitPeriod, now: VisitPeriod): PeriodChange => ({ was: asText(was), now: asText(now) });
const asText = ({ from, until }: VisitPeriod) => ({ from: from.toISOString(), until: until.toISOString() });

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
