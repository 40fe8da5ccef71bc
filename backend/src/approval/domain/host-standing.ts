import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import { AppealAnswered, HostAppealed, HostSuspended, SuspensionLifted } from './standing-events.js';

/** Whether a host may receive visitors. Made when the office first suspends somebody; everybody else is in good standing. */
export class HostStanding extends AggregateRoot {
  private suspendedAt: Date | null = null;
  private suspendedUntil: Date | null = null;
  private suspendedBy: string | null = null;
  private suspensionReason: string | null = null;
  private liftedAt: Date | null = null;
  private appealText: string | null = null;
  private appealedAt: Date | null = null;
  private appealAnswer: string | null = null;
  private answeredBy: string | null = null;
  private answeredAt: Date | null = null;

  private constructor(readonly id: string) {
    super();
  }

  static of(hostId: string): HostStanding {
    return new HostStanding(hostId);
  }

  isSuspended(at: Date): boolean {
    return this.suspendedUntil !== null && this.liftedAt === null && at < this.suspendedUntil;
  }

  /** The office stops a host from receiving visitors, with an end and a reason. */
  suspend(until: Date, reason: string, by: string, now: Date): void {
    if (this.isSuspended(now)) throw new DomainError('standing.already-suspended');
    if (until <= now)
      throw new DomainError('standing.end-needed', {}, [{ path: 'until', code: 'standing.end-needed' }]);
    this.suspendedAt = now;
    this.suspendedUntil = until;
    this.suspendedBy = by;
    this.suspensionReason = needed('reason', reason);
    this.liftedAt = this.appealedAt = this.answeredAt = null;
    this.appealText = this.appealAnswer = this.answeredBy = null;
    this.record(new HostSuspended(this.id, until, now));
  }

  /** Ends the suspension before its time. */
  lift(now: Date): void {
    this.mustBeSuspended(now);
    this.liftedAt = now;
    this.record(new SuspensionLifted(this.id, now));
  }

  /** The host says why the suspension is wrong: once per suspension. */
  appeal(text: string, now: Date): void {
    this.mustBeSuspended(now);
    if (this.appealedAt) throw new DomainError('standing.appealed-already');
    this.appealText = needed('text', text);
    this.appealedAt = now;
    this.record(new HostAppealed(this.id, now));
  }

  /** The office answers the appeal; upheld, the suspension ends with it. */
  answer(text: string, upheld: boolean, by: string, now: Date): void {
    if (!this.appealedAt || this.answeredAt) throw new DomainError('standing.no-appeal');
    this.appealAnswer = needed('answer', text);
    this.answeredBy = by;
    this.answeredAt = now;
    this.record(new AppealAnswered(this.id, upheld, now));
    if (upheld && this.isSuspended(now)) this.lift(now);
  }

  private mustBeSuspended(now: Date): void {
    if (!this.isSuspended(now)) throw new DomainError('standing.not-suspended');
  }
}

function needed(path: string, words: string): string {
  if (words.trim() === '') throw new DomainError('request.invalid', {}, [{ path, code: 'field.needed' }]);
  return words.trim();
}
