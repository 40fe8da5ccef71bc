import { BACK_ENTRY_HOURS, type EmergencyCause } from '@gatehouse/contract/emergency';
import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import { EmergencyEnded, EmergencyOpened } from './emergency-events.js';

export interface NewEmergency {
  id: string;
  campusId: string;
  gateId: string;
  deviceId: string;
  nonce: string;
  cause: EmergencyCause;
  reason: string;
  openedBy: { id: string; name: string };
  secondName: string;
  openedAt: Date;
}

/** A gate stands open without verdicts. Two people answer for it, and everybody who passed is entered afterwards. */
export class Emergency extends AggregateRoot {
  private endedAt: Date | null = null;
  private endedByName: string | null = null;
  private lastPaper: number | null = null;
  private entriesDueAt: Date | null = null;

  private constructor(
    readonly id: string,
    readonly campusId: string,
    readonly gateId: string,
    private readonly deviceId: string,
    private readonly nonce: string,
    private readonly cause: EmergencyCause,
    private readonly reason: string,
    private readonly openedBy: string,
    private readonly openedByName: string,
    private readonly secondName: string,
    private readonly openedAt: Date,
    private readonly learnedAt: Date,
  ) {
    super();
  }

  static open(emergency: NewEmergency, now: Date): Emergency {
    const { id, campusId, gateId, deviceId, nonce, cause, reason, openedBy, secondName, openedAt } = emergency;
    if (secondName.trim() === openedBy.name)
      throw new DomainError('emergency.same-name', {}, [{ path: 'secondName', code: 'emergency.same-name' }]);
    const { id: guardId, name } = openedBy;
    const opened = new Emergency(
      id,
      campusId,
      gateId,
      deviceId,
      nonce,
      cause,
      reason,
      guardId,
      name,
      secondName,
      openedAt,
      now,
    );
    opened.record(new EmergencyOpened(id, campusId, gateId, cause, now));
    return opened;
  }

  /** The gate is closed again; from now on the papers can be entered, within a set time. Said twice it counts once. */
  end(by: string, lastPaper: number, at: Date, now: Date): void {
    if (this.endedAt) return;
    this.endedAt = at < this.openedAt ? this.openedAt : at;
    this.endedByName = by;
    this.lastPaper = lastPaper;
    this.entriesDueAt = new Date(this.endedAt.getTime() + BACK_ENTRY_HOURS * 3_600_000);
    this.record(new EmergencyEnded(this.id, this.campusId, this.gateId, this.cause, now));
  }

  /** Whether the papers should all have been entered by now. */
  isOverdue(now: Date): boolean {
    return this.entriesDueAt !== null && now >= this.entriesDueAt;
  }

  /** Refuses numbers that were never handed out. */
  checkPaper(paper: number): void {
    if (this.lastPaper !== null && paper > this.lastPaper)
      throw new DomainError('emergency.paper-unknown', {}, [{ path: 'paper', code: 'emergency.paper-unknown' }]);
  }
}
