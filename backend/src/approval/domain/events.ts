import { type DeciderRole, type StepKind, type StepLevel } from '@gatehouse/contract';
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
    /** who really decided: the approver, or somebody in the approver's place */
    readonly deciderId: string = approverId,
    readonly as: DeciderRole = 'approver',
  ) {
    super(approvalId, subjectKind, subjectId, at);
  }
}

/** Somebody left with a step waiting; `successorId` is null when nobody of the unit can answer in his place. */
export class StepLeftBehind extends ApprovalEvent {
  static readonly type = 'approval.step-left-behind';

  constructor(
    approvalId: string,
    subjectKind: SubjectKind,
    subjectId: string,
    readonly leaverId: string,
    readonly successorId: string | null,
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

/** Somebody else may decide the waiting step as well: a delegate, or a leader after the deadline. */
export class StepShared extends ApprovalEvent {
  static readonly type = 'approval.step-shared';

  constructor(
    approvalId: string,
    subjectKind: SubjectKind,
    subjectId: string,
    readonly step: StepKind,
    readonly deputyId: string,
    readonly as: 'delegate' | 'leader',
    at: Date,
  ) {
    super(approvalId, subjectKind, subjectId, at);
  }
}

export class StepReminded extends ApprovalEvent {
  static readonly type = 'approval.step-reminded';

  constructor(
    approvalId: string,
    subjectKind: SubjectKind,
    subjectId: string,
    readonly step: StepKind,
    readonly approverIds: string[],
    at: Date,
  ) {
    super(approvalId, subjectKind, subjectId, at);
  }
}

/** Nobody answered in time: the step went one level up. */
export class StepEscalated extends ApprovalEvent {
  static readonly type = 'approval.step-escalated';

  constructor(
    approvalId: string,
    subjectKind: SubjectKind,
    subjectId: string,
    readonly step: StepKind,
    readonly level: StepLevel,
    at: Date,
  ) {
    super(approvalId, subjectKind, subjectId, at);
  }
}

/** The visitor, or the office, asks for an answer. */
export class StepChased extends ApprovalEvent {
  static readonly type = 'approval.step-chased';

  constructor(
    approvalId: string,
    subjectKind: SubjectKind,
    subjectId: string,
    readonly step: StepKind,
    readonly approverIds: string[],
    readonly byOffice: boolean,
    at: Date,
  ) {
    super(approvalId, subjectKind, subjectId, at);
  }
}

/** Its approver wants something corrected before he decides. The step stays his. */
export class StepSentBack extends ApprovalEvent {
  static readonly type = 'approval.sent-back';
}
