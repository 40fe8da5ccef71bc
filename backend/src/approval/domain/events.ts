import { type StepKind } from '@gatehouse/contract';
import { DomainEvent } from '../../kernel/domain-event.js';

/** What an approval is about: its id says nothing without its kind. */
export type SubjectKind = 'visit' | 'extension';

/** Every event of an approval names it and its opaque subject. */
abstract class ApprovalEvent extends DomainEvent {
  constructor(
    readonly approvalId: string,
    readonly subjectKind: SubjectKind,
    readonly subjectId: string,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'approval', id: this.approvalId };
  }
}

/** A step waits for somebody: on opening, when it is handed on to a leader, and again once the subject came back. */
export class StepOpened extends ApprovalEvent {
  static readonly type = 'approval.step-opened';

  constructor(
    approvalId: string,
    subjectKind: SubjectKind,
    subjectId: string,
    readonly step: StepKind,
    readonly approverId: string,
    at: Date,
  ) {
    super(approvalId, subjectKind, subjectId, at);
  }
}

export class StepDecided extends ApprovalEvent {
  static readonly type = 'approval.step-decided';

  constructor(
    approvalId: string,
    subjectKind: SubjectKind,
    subjectId: string,
    readonly step: StepKind,
    readonly approverId: string,
    readonly agreed: boolean,
    at: Date,
  ) {
    super(approvalId, subjectKind, subjectId, at);
  }
}

export class ApprovalGranted extends ApprovalEvent {
  static readonly type = 'approval.granted';
}

export class ApprovalRefused extends ApprovalEvent {
  static readonly type = 'approval.refused';
}

/** Its approver wants something corrected before he decides. The step stays his. */
export class StepSentBack extends ApprovalEvent {
  static readonly type = 'approval.sent-back';
}
