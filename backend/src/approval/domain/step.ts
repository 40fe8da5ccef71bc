import { type DeciderRole, type StepKind, type StepLevel, type StepState } from '@gatehouse/contract';

export interface Approver {
  id: string;
  name: string;
}

/** Somebody who may decide a step beside its approver. */
export interface Deputy extends Approver {
  as: 'delegate' | 'leader';
}

/** Who really decided, and by what right. */
export interface Decider extends Approver {
  as: DeciderRole;
}

/** One decision to make or made. Instants are ISO 8601. What is optional came later than the first stored steps. */
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
  deputies?: Deputy[];
  decidedBy?: Decider;
  /** when somebody else is asked */
  dueAt?: string;
  /** how far an unanswered step has gone up */
  level?: StepLevel;
}

/** By what right somebody may decide this step; null = by none. */
export function rightOf(step: Step, staffId: string): Exclude<DeciderRole, 'office'> | null {
  if (step.approverId === staffId) return 'approver';
  return step.deputies?.find(({ id }) => id === staffId)?.as ?? null;
}

const ladder: StepLevel[] = ['approver', 'delegate', 'leader', 'office'];

/** Whether one level lies above another. */
export const isAbove = (level: StepLevel, other: StepLevel): boolean => ladder.indexOf(level) > ladder.indexOf(other);
