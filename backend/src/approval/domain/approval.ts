import { type StepKind, type StepState } from '@gatehouse/contract';
import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import { ApprovalGranted, ApprovalRefused, StepDecided, StepOpened, StepSentBack, type SubjectKind } from './events.js';

export type ApprovalState = 'open' | 'granted' | 'refused' | 'withdrawn';

/** Whether a leader decides after the host: never, when the host hands on, or always. */
export type LeaderRule = 'never' | 'host-may-add' | 'always';

export interface Approver {
  id: string;
  name: string;
}

/** One decision to make or made. Instants are ISO 8601. */
export interface Step {
  kind: StepKind;
  approverId: string;
  approverName: string;
  state: StepState;
  opinion: string | null;
  /** whether the visitor may read the opinion; absent on old steps, whose approvers were told that he can */
  forVisitor?: boolean;
  openedAt: string;
  decidedAt: string | null;
}

/** What approval is asked for: opaque here. */
export interface ApprovalSubject {
  kind: SubjectKind;
  id: string;
}

/** Ordered steps, each decided by a named person: the host, then perhaps a leader. */
export class Approval extends AggregateRoot {
  private state: ApprovalState = 'open';
  private closedAt: Date | null = null;

  private constructor(
    readonly id: string,
    readonly subjectKind: SubjectKind,
    readonly subjectId: string,
    private leaderRule: LeaderRule,
    private steps: Step[],
    readonly openedAt: Date,
  ) {
    super();
  }

  static open(id: string, subject: ApprovalSubject, host: Approver, leaderRule: LeaderRule, now: Date): Approval {
    const approval = new Approval(id, subject.kind, subject.id, leaderRule, [], now);
    approval.openStep('host', host, now);
    return approval;
  }

  /** The subject changed: the host decides anew, whatever was decided before. Earlier decisions stay on record. */
  reopen(host: Approver, leaderRule: LeaderRule, now: Date): void {
    this.steps = this.steps.map((step) => (step.state === 'waiting' ? { ...step, state: 'skipped' as const } : step));
    this.leaderRule = leaderRule;
    this.state = 'open';
    this.closedAt = null;
    this.openStep('host', host, now);
  }

  /** Who has to decide now wants something corrected first. Answers his name; the step stays his. */
  sendBack(approverId: string, now: Date): string {
    const { approverName } = this.waitingStepOf(approverId);
    this.record(new StepSentBack(this.id, this.subjectKind, this.subjectId, now));
    return approverName;
  }

  /** What was sent back came again: its approver is told. */
  resume(now: Date): void {
    const step = this.steps.find(({ state }) => state === 'waiting');
    if (this.state === 'open' && step) this.announce(step, now);
  }

  /** The approver of the waiting step agrees; a host may or must name the leader who decides next. */
  agree(approverId: string, opinion: string | null, leader: Approver | null, now: Date, forVisitor = false): void {
    const step = this.waitingStepOf(approverId);
    if (step.kind === 'leader' && leader) throw new DomainError('approval.leader-not-allowed');
    if (step.kind === 'host') this.checkLeader(leader);
    this.decide(step, true, opinion, forVisitor, now);
    if (leader) return this.openStep('leader', leader, now);
    this.close('granted', now);
    this.record(new ApprovalGranted(this.id, this.subjectKind, this.subjectId, now));
  }

  refuse(approverId: string, opinion: string, now: Date): void {
    const step = this.waitingStepOf(approverId);
    if (opinion.trim() === '')
      throw new DomainError('approval.opinion-needed', {}, [{ path: 'opinion', code: 'approval.opinion-needed' }]);
    this.decide(step, false, opinion, true, now);
    this.close('refused', now);
    this.record(new ApprovalRefused(this.id, this.subjectKind, this.subjectId, now));
  }

  /** The subject went away (cancelled, expired): nothing is left to decide. */
  withdraw(now: Date): void {
    if (this.state === 'open') this.close('withdrawn', now);
  }

  private checkLeader(leader: Approver | null): void {
    if (leader && this.leaderRule === 'never') throw new DomainError('approval.leader-not-allowed');
    if (!leader && this.leaderRule === 'always')
      throw new DomainError('approval.leader-needed', {}, [{ path: 'leaderId', code: 'approval.leader-needed' }]);
  }

  private waitingStepOf(approverId: string): Step {
    const mine = this.steps.filter((step) => step.approverId === approverId);
    if (mine.length === 0) throw new DomainError('approval.not-yours');
    const waiting = mine.find((step) => step.state === 'waiting');
    if (this.state !== 'open' || !waiting) throw new DomainError('approval.already-decided');
    return waiting;
  }

  private openStep(kind: StepKind, approver: Approver, now: Date): void {
    const step: Step = {
      kind,
      approverId: approver.id,
      approverName: approver.name,
      state: 'waiting',
      opinion: null,
      openedAt: now.toISOString(),
      decidedAt: null,
    };
    this.steps = [...this.steps, step];
    this.announce(step, now);
  }

  private announce({ kind, approverId }: Step, now: Date): void {
    this.record(new StepOpened(this.id, this.subjectKind, this.subjectId, kind, approverId, now));
  }

  private decide(step: Step, agreed: boolean, opinion: string | null, forVisitor: boolean, now: Date): void {
    const decided: Step = {
      ...step,
      state: agreed ? 'agreed' : 'refused',
      opinion: opinion?.trim() || null,
      forVisitor,
      decidedAt: now.toISOString(),
    };
    this.steps = this.steps.map((other) => (other === step ? decided : other));
    this.record(new StepDecided(this.id, this.subjectKind, this.subjectId, step.kind, step.approverId, agreed, now));
  }

  private close(state: ApprovalState, now: Date): void {
    this.state = state;
    this.closedAt = now;
  }
}
