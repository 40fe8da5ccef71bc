import { DomainError } from '../../kernel/domain-error.js';
import {
  VisitEndMoved,
  VisitEndNeared,
  VisitOfficeSaidLeft,
  VisitOverstayed,
  VisitStayAnswered,
  VisitStayChased,
  VisitStayUnanswered,
} from './events.js';
import { ASK_AGAIN_AFTER, latestProlonging, type StayAnswer, stageAt } from './stay.js';
import { changeOf, VisitRecord } from './visit-record.js';

/** A visit whose people are on campus: whether they leave in time, and what host and office say of it. */
export abstract class VisitStay extends VisitRecord {
  /**
   * Somebody is inside and nobody said that he left: tells, once each, when the end is near, reached, and long past.
   * @param dayEnd of a long-term visit: the end of the day its people came in, asked about anew each day
   */
  watchStay(now: Date, dayEnd: Date | null = null): void {
    if (dayEnd?.getTime() !== this.stayEnd?.getTime()) this.askAboutDay(dayEnd);
    const stage = stageAt(dayEnd ?? this.periodUntil, now);
    if (stage <= this.stayStage) return;
    this.stayStage = stage;
    if (stage === 1) this.record(new VisitEndNeared(this.id, this.campusId, now));
    if (stage === 2 && !this.stayAnswer) this.record(new VisitStayUnanswered(this.id, this.campusId, now));
    if (stage === 3) this.record(new VisitOverstayed(this.id, this.campusId, now));
  }

  private askAboutDay(end: Date | null): void {
    this.stayEnd = end;
    this.stayStage = 0;
    this.stayAnswer = null;
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
    if (this.weekly) throw new DomainError('visit.long-term-daily');
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
}
