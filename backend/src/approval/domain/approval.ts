import { type StepKind, type StepLevel, type Text } from '@gatehouse/contract';
import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import { halfTime } from './deadline.js';
import {
  ApprovalGranted,
  ApprovalRefused,
  StepChased,
  StepDecided,
  StepEscalated,
  StepLeftBehind,
  StepOpened,
  StepReminded,
  StepSentBack,
  StepShared,
  type SubjectKind,
} from './events.js';
import { type Approver, type Decider, type Deputy, rightOf, type Step } from './step.js';

export type { Approver } from './step.js';
export type ApprovalState = 'open' | 'granted' | 'refused' | 'withdrawn';

/** Whether a leader decides after the host: never, when the host hands on, or always. */
export type LeaderRule = 'never' | 'host-may-add' | 'always';

/** What approval is asked for: opaque here. */
export interface ApprovalSubject {
  kind: SubjectKind;
  id: string;
}

const CHASE_PAUSE = 2 * 60 * 60_000;

/** Ordered steps, each decided by a named person: the host, then perhaps a leader. */
export class Approval extends AggregateRoot {
  private state: ApprovalState = 'open';
  private closedAt: Date | null = null;
  private attentionAt: Date | null = null;
  private chasedAt: Date | null = null;

  private constructor(
    readonly id: string,
    readonly subjectKind: SubjectKind,
    readonly subjectId: string,
    private leaderRule: LeaderRule,
    private steps: Step[],
    readonly openedAt: Date,
    private routeReasons: Text[],
  ) {
    super();
  }

  static open(
    id: string,
    subject: ApprovalSubject,
    host: Approver,
    leaderRule: LeaderRule,
    now: Date,
    reasons: Text[] = [],
  ): Approval {
    const approval = new Approval(id, subject.kind, subject.id, leaderRule, [], now, reasons);
    approval.openStep('host', host, now);
    return approval;
  }

  /** The step that waits for somebody, null when nothing is left to decide. */
  get waiting(): Readonly<Step> | null {
    return (this.state === 'open' && this.steps.find(({ state }) => state === 'waiting')) || null;
  }

  /** Whether somebody may decide, or has decided, any step of it. */
  concerns(staffId: string): boolean {
    return this.steps.some((step) => rightOf(step, staffId) !== null || step.decidedBy?.id === staffId);
  }

  /** The subject changed: the host decides anew, whatever was decided before. Earlier decisions stay on record. */
  reopen(host: Approver, leaderRule: LeaderRule, now: Date, reasons: Text[] = []): void {
    this.steps = this.steps.map((step) => (step.state === 'waiting' ? { ...step, state: 'skipped' as const } : step));
    this.leaderRule = leaderRule;
    this.routeReasons = reasons;
    this.state = 'open';
    this.closedAt = null;
    this.openStep('host', host, now);
  }

  /** Who has to decide now wants something corrected first. Answers his name; the step stays his, and nobody is reminded. */
  sendBack(staffId: string, now: Date): string {
    const { step } = this.waitingStepFor(staffId);
    this.attentionAt = null;
    this.record(new StepSentBack(this.id, this.subjectKind, this.subjectId, now));
    return step.approverName;
  }

  /** What was sent back came again: its approver is told. */
  resume(now: Date): void {
    if (this.waiting) this.announce(this.waiting, now);
  }

  /** The approver of the waiting step, or his deputy, agrees; a host may or must name the leader who decides next. */
  agree(decider: Approver, opinion: string | null, leader: Approver | null, now: Date, forVisitor = false): void {
    const { step, as } = this.waitingStepFor(decider.id);
    const isLeader = step.kind === 'leader' || as === 'leader';
    if (isLeader && leader) throw new DomainError('approval.leader-not-allowed');
    if (!isLeader) this.checkLeader(leader);
    this.decide(step, { ...decider, as }, true, opinion, forVisitor, now);
    if (leader) return this.openStep('leader', leader, now);
    this.grant(now);
  }

  refuse(decider: Approver, opinion: string, now: Date): void {
    const { step, as } = this.waitingStepFor(decider.id);
    needWords('opinion', opinion);
    this.decide(step, { ...decider, as }, false, opinion, true, now);
    this.close('refused', now);
    this.record(new ApprovalRefused(this.id, this.subjectKind, this.subjectId, now));
  }

  /** The security office decides in the approver's place, and with that the whole approval: it answers for it by name. */
  decideForOffice(officer: Approver, agreed: boolean, reason: string, now: Date): void {
    const step = this.openStepOrThrow();
    needWords('reason', reason);
    this.decide(step, { ...officer, as: 'office' }, agreed, reason, true, now);
    if (agreed) return this.grant(now);
    this.close('refused', now);
    this.record(new ApprovalRefused(this.id, this.subjectKind, this.subjectId, now));
  }

  /**
   * The approver of the waiting step has left. A leader of his unit answers in his place, and alone; never one who has
   * decided here before. Without one the step stays, for the security office to see.
   */
  handOver(leaverId: string, leaders: readonly Approver[], now: Date): void {
    const step = this.waiting;
    if (step?.approverId !== leaverId) return;
    const successor = leaders.find(({ id }) => !this.steps.some((earlier) => hasPart(earlier, id)));
    this.record(new StepLeftBehind(this.id, this.subjectKind, this.subjectId, leaverId, successor?.id ?? null, now));
    if (!successor) return;
    this.replace(step, { ...step, state: 'skipped', decidedAt: now.toISOString() });
    this.openStep('leader', successor, now);
  }

  /** The subject went away (cancelled, expired): nothing is left to decide. */
  withdraw(now: Date): void {
    if (this.state === 'open') this.close('withdrawn', now);
  }

  /** Until when the waiting step should be answered; the approver is reminded at half time. */
  setDeadline(due: Date, now: Date): void {
    const step = this.openStepOrThrow();
    this.replace(step, { ...step, dueAt: due.toISOString() });
    this.attentionAt = halfTime(now, due);
  }

  /** From now on this person may decide the waiting step as well. */
  share(deputy: Deputy, now: Date): void {
    const step = this.openStepOrThrow();
    if (rightOf(step, deputy.id)) return;
    this.replace(step, { ...step, deputies: [...(step.deputies ?? []), deputy] });
    this.record(new StepShared(this.id, this.subjectKind, this.subjectId, step.kind, deputy.id, deputy.as, now));
  }

  /** Reminds everybody who may decide the waiting step; the next time is its deadline. */
  remind(now: Date): void {
    const step = this.openStepOrThrow();
    this.attentionAt = step.dueAt && new Date(step.dueAt) > now ? new Date(step.dueAt) : null;
    this.record(new StepReminded(this.id, this.subjectKind, this.subjectId, step.kind, whoOf(step), now));
  }

  /** Nobody answered in time: the step goes one level up, and stays open for those below. */
  escalate(level: StepLevel, deputy: Deputy | null, due: Date, now: Date): void {
    if (deputy) this.share(deputy, now);
    const step = this.openStepOrThrow();
    this.replace(step, { ...step, level, dueAt: due.toISOString() });
    this.attentionAt = level === 'office' ? null : due;
    this.record(new StepEscalated(this.id, this.subjectKind, this.subjectId, step.kind, level, now));
  }

  /** Somebody asks for an answer. A visitor may do so once in two hours, the office whenever it likes. */
  chase(byOffice: boolean, now: Date): void {
    const step = this.openStepOrThrow();
    const until = this.chasedAt ? this.chasedAt.getTime() + CHASE_PAUSE : 0;
    if (!byOffice && now.getTime() < until)
      throw new DomainError('approval.chased-already', { retryAfter: Math.ceil((until - now.getTime()) / 1000) });
    this.chasedAt = now;
    this.record(new StepChased(this.id, this.subjectKind, this.subjectId, step.kind, whoOf(step), byOffice, now));
  }

  /** The waiting step of somebody who cannot decide any more goes to another, with a deadline of its own. */
  moveStep(from: string, to: Approver, now: Date): void {
    const step = this.waiting;
    if (step?.approverId !== from) return;
    this.replace(step, { ...step, state: 'skipped', decidedAt: now.toISOString() });
    this.openStep(step.kind, to, now);
  }

  private checkLeader(leader: Approver | null): void {
    if (leader && this.leaderRule === 'never') throw new DomainError('approval.leader-not-allowed');
    if (!leader && this.leaderRule === 'always')
      throw new DomainError('approval.leader-needed', {}, [{ path: 'leaderId', code: 'approval.leader-needed' }]);
  }

  private openStepOrThrow(): Step {
    const step = this.waiting;
    if (!step) throw new DomainError('approval.already-decided');
    return step;
  }

  private waitingStepFor(staffId: string) {
    const mine = this.steps.flatMap((step) => {
      const as = rightOf(step, staffId);
      return as ? [{ step, as }] : [];
    });
    if (mine.length === 0) throw new DomainError('approval.not-yours');
    const waiting = mine.find(({ step }) => step.state === 'waiting');
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
    this.chasedAt = null;
    this.announce(step, now);
  }

  private announce({ kind, approverId }: Step, now: Date): void {
    this.record(new StepOpened(this.id, this.subjectKind, this.subjectId, kind, approverId, now));
  }

  private decide(
    step: Step,
    decidedBy: Decider,
    agreed: boolean,
    opinion: string | null,
    forVisitor: boolean,
    now: Date,
  ): void {
    this.replace(step, {
      ...step,
      state: agreed ? 'agreed' : 'refused',
      opinion: opinion?.trim() || null,
      forVisitor,
      decidedAt: now.toISOString(),
      decidedBy,
    });
    const { id, as } = decidedBy;
    this.record(
      new StepDecided(this.id, this.subjectKind, this.subjectId, step.kind, step.approverId, agreed, now, id, as),
    );
  }

  private replace(step: Step, by: Step): void {
    this.steps = this.steps.map((other) => (other === step ? by : other));
  }

  private grant(now: Date): void {
    this.close('granted', now);
    this.record(new ApprovalGranted(this.id, this.subjectKind, this.subjectId, now));
  }

  private close(state: ApprovalState, now: Date): void {
    this.state = state;
    this.closedAt = now;
    this.attentionAt = null;
  }
}

/** Whether somebody was asked by name in this step, or decided it. */
const hasPart = ({ approverId, decidedBy }: Step, staffId: string): boolean =>
  approverId === staffId || decidedBy?.id === staffId;

const whoOf = (step: Step): string[] => [step.approverId, ...(step.deputies ?? []).map(({ id }) => id)];

function needWords(path: string, words: string): void {
  if (words.trim() === '')
    throw new DomainError('approval.opinion-needed', {}, [{ path, code: 'approval.opinion-needed' }]);
}
