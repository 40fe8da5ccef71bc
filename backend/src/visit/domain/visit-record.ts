import {
  type Locale,
  type PeriodChange,
  type Transport,
  type VisitStatus,
  type WeeklyHours,
} from '@gatehouse/contract';
import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import { type Correction } from './correction.js';
import { type AskedExtension, type JournalEntry } from './journal.js';
import { type PartyMember } from './party-member.js';
import { type StayAnswer, type StayStage } from './stay.js';
import { type VisitApplication } from './visit-application.js';
import { checkContents, type VisitContents } from './visit-contents.js';
import { inOrder, type VisitPeriod } from './visit-period.js';

const next: Record<VisitStatus, readonly VisitStatus[]> = {
  pending: ['approved', 'declined', 'cancelled', 'expired'],
  approved: ['pending', 'cancelled', 'expired'],
  declined: [],
  cancelled: [],
  expired: [],
};

/** What is kept of a visit, and how its parts are written. What may be done with it, and when, says `Visit`. */
export abstract class VisitRecord extends AggregateRoot {
  protected status: VisitStatus = 'pending';
  protected decidedAt: Date | null = null;
  protected closedAt: Date | null = null;
  protected closingNote: string | null = null;
  protected correction: Correction | null = null;
  protected extension: AskedExtension | null = null;
  protected journal: JournalEntry[] = [];
  protected stayStage: StayStage = 0;
  /** the end of the day that stage and answer are about; null = the end of the visit */
  protected stayEnd: Date | null = null;
  protected stayAnswer: StayAnswer | null = null;
  protected erasedAt: Date | null = null;
  /** how many people were ever named: an index is never given twice */
  protected seats: number;
  readonly id: string;
  readonly number: string;
  readonly requestKey: string;
  readonly campusId: string;
  readonly unitId: string;
  readonly hostId: string;
  readonly purpose: string;
  readonly noticeVersion: string;
  readonly locale: Locale;
  readonly requestedAt: Date;
  public plate: string | null;
  public party: PartyMember[];
  protected transport: Transport;
  protected plateKey: string | null;
  protected periodFrom: Date;
  protected periodUntil: Date;
  protected weekly: WeeklyHours | null;
  protected reason: string;
  protected remark: string | null;
  protected policyVersion: number;

  protected constructor(application: VisitApplication, now: Date) {
    super();
    const { plate, period, party } = application;
    this.id = application.id;
    this.number = application.number;
    this.requestKey = application.requestKey;
    this.campusId = application.campusId;
    this.unitId = application.unitId;
    this.hostId = application.hostId;
    this.transport = application.transport;
    this.plate = plate?.number ?? null;
    this.plateKey = plate?.matchKey ?? null;
    this.periodFrom = period.from;
    this.periodUntil = period.until;
    this.weekly = period.weekly ?? null;
    this.purpose = application.purpose;
    this.reason = application.reason;
    this.remark = application.remark;
    this.party = party;
    this.noticeVersion = application.noticeVersion;
    this.locale = application.locale;
    this.policyVersion = application.policyVersion;
    this.requestedAt = now;
    this.seats = party.length;
  }

  /** What the visitor can alter, as it stands. */
  get contents(): VisitContents {
    const { transport, plate, plateKey, reason, remark, party } = this;
    return {
      transport,
      plate: plate && plateKey ? { number: plate, matchKey: plateKey } : null,
      period: this.period,
      reason,
      remark,
      party,
    };
  }

  /** When it takes place, with the days and hours of a long-term one. */
  get period(): VisitPeriod {
    const { periodFrom: from, periodUntil: until, weekly } = this;
    return weekly ? { from, until, weekly: inOrder(weekly) } : { from, until };
  }

  /** The index of the next person who joins the party. */
  get nextSeat(): number {
    return this.seats;
  }

  /** Whether this phone made the application. */
  wasRequestedBy(mobileIndex: string): boolean {
    return this.party[0]?.mobileIndex === mobileIndex;
  }

  protected take(contents: VisitContents): void {
    checkContents(contents);
    const { transport, plate, period, reason, remark, party } = contents;
    this.transport = transport;
    this.plate = plate?.number ?? null;
    this.plateKey = plate?.matchKey ?? null;
    this.periodFrom = period.from;
    this.endAt(period.until);
    this.weekly = period.weekly ?? null;
    this.reason = reason;
    this.remark = remark;
    this.party = party;
    this.seats = Math.max(this.seats, ...party.map(({ index }) => index + 1));
  }

  /** With another end the question whether somebody stays is asked anew. */
  protected endAt(until: Date): void {
    this.periodUntil = until;
    this.stayEnd = null;
    this.stayStage = 0;
    this.stayAnswer = null;
  }

  protected leaveNothingOpen(): void {
    this.correction = null;
    this.extension = null;
  }

  protected note(entry: JournalEntry): void {
    this.journal = [...this.journal, entry];
  }

  protected mustBe(status: VisitStatus): void {
    if (this.status !== status) throw new DomainError('visit.wrong-status', { from: this.status });
  }

  protected become(status: VisitStatus): void {
    if (!next[this.status].includes(status))
      throw new DomainError('visit.wrong-status', { from: this.status, to: status });
    this.status = status;
  }
}

export const changeOf = (was: VisitPeriod, now: VisitPeriod): PeriodChange => ({ was: asText(was), now: asText(now) });
const asText = ({ from, until }: VisitPeriod) => ({ from: from.toISOString(), until: until.toISOString() });
