import { type StepKind } from '@gatehouse/contract';
import { DomainEvent } from '../../kernel/domain-event.js';

/** Every event of an approval names it and its opaque subject. */
abstract class ApprovalEvent extends DomainEvent {
  constructor(
    readonly approvalId: string,
    readonly subjectId: string,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'approval', id: this.approvalId };
  }
}

/** A step waits for somebody: on opening, and again when a visit is handed on to a leader. */
export class StepOpened extends ApprovalEvent {
  static readonly type = 'approval.step-opened';

  constructor(
    approvalId: string,
    subjectId: string,
    readonly step: StepKind,
    readonly approverId: string,
    at: Date,
  ) {
    super(approvalId, subjectId, at);
  }
}

export class StepDecided extends ApprovalEvent {
  static readonly type = 'approval.step-decided';

  constructor(
    approvalId: string,
    subjectId: string,
    readonly step: StepKind,
    readonly approverId: string,
    readonly agreed: boolean,
    at: Date,
  ) {
    super(approvalId, subjectId, at);
  }
}

export class ApprovalGranted extends ApprovalEvent {
  static readonly type = 'approval.granted';
}

export class ApprovalRefused extends ApprovalEvent {
  static readonly type = 'approval.refused';
}
