import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainEvent } from '../../kernel/domain-event.js';

/** A list of guests became invitations. */
export class InvitationBatchMade extends DomainEvent {
  static readonly type = 'invitation.batch-made';

  constructor(
    readonly batchId: string,
    readonly campusId: string,
    readonly rows: number,
    readonly invited: number,
    readonly preApproved: boolean,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'invitation-batch', id: this.batchId, campusId: this.campusId };
  }
}

/** A list of guests that a host had turned into invitations, with what became of each row, sealed. */
export class InvitationBatch extends AggregateRoot {
  private erasedAt: Date | null = null;

  private constructor(
    readonly id: string,
    readonly hostId: string,
    readonly campusId: string,
    readonly requestKey: string,
    readonly rowCount: number,
    readonly invitedCount: number,
    readonly personKeyId: string,
    readonly reportSealed: Uint8Array,
    readonly madeAt: Date,
  ) {
    super();
  }

  /** `from` says who invites, and by which press of the button. */
  static make(
    from: { id: string; hostId: string; campusId: string; requestKey: string; preApproved: boolean },
    counts: { rows: number; invited: number },
    report: { keyId: string; sealed: Uint8Array },
    now: Date,
  ): InvitationBatch {
    const { id, hostId, campusId, requestKey, preApproved } = from;
    const { rows, invited } = counts;
    const batch = new InvitationBatch(
      id, hostId, campusId, requestKey, rows, invited, report.keyId, report.sealed, now,
    ); // prettier-ignore
    batch.record(new InvitationBatchMade(id, campusId, rows, invited, preApproved, now));
    return batch;
  }

  isErased(): boolean {
    return this.erasedAt !== null;
  }

  /** Names, numbers and links are no longer needed. */
  erase(now: Date): void {
    this.erasedAt ??= now;
  }
}
