import { type VisitStatus } from '@gatehouse/contract';
import { type ApprovalState, type LeaderRule } from '../src/approval/domain/approval.js';
import { type Step } from '../src/approval/domain/step.js';
import { type DemoMember } from './demo-directory.js';
import { type Plan } from './demo-plans.js';
import { type Random } from './random.js';

const MINUTE = 60_000;

/** How far an application has come by now. */
export interface Decision {
  status: VisitStatus;
  decidedAt: Date | null;
  closingNote: string | null;
  approval: { state: ApprovalState; steps: Step[]; closedAt: Date | null };
}

const agreements = [null, null, null, '同意', '同意，请按时到达', '同意，请从正门进', '已联系好，同意'];
const refusals = ['当天不在校，请改期', '时间与会议冲突', '请先与学院办公室联系', '来访事由不清楚', '该业务可线上办理'];
const cancellations = ['行程有变', '改为线上沟通', null, '时间冲突，下次再约'];

/** What happened between application and now, given what was meant to happen. */
export function decide(plan: Plan, until: Date, random: Random, now: Date): Decision {
  const soonest = plan.requestedAt.getTime() + random.between(4, 240) * MINUTE;
  const decidedAt = new Date(Math.min(soonest, plan.arrives.getTime() - 10 * MINUTE));
  const open = (steps: Step[]): Decision => {
    const over = until <= now;
    return {
      status: over ? 'expired' : 'pending',
      decidedAt: null,
      closingNote: null,
      approval: { state: over ? 'withdrawn' : 'open', steps, closedAt: over ? until : null },
    };
  };
  if (plan.fate === 'unanswered' || decidedAt > now) return open([step('host', plan.host, plan.requestedAt)]);
  if (plan.fate === 'refused') {
    const steps = [decided(step('host', plan.host, plan.requestedAt), 'refused', random.of(refusals), decidedAt)];
    return {
      status: 'declined',
      decidedAt,
      closingNote: null,
      approval: { state: 'refused', steps, closedAt: decidedAt },
    };
  }
  const handedAt = new Date((plan.requestedAt.getTime() + decidedAt.getTime()) / 2);
  const first = decided(
    step('host', plan.host, plan.requestedAt),
    'agreed',
    random.of(agreements),
    plan.leader ? handedAt : decidedAt,
  );
  if (plan.leader && plan.waitsForLeader) return open([first, step('leader', plan.leader, handedAt)]);
  const second =
    plan.leader && decided(step('leader', plan.leader, handedAt), 'agreed', random.of(agreements), decidedAt);
  const approval = { state: 'granted' as const, steps: second ? [first, second] : [first], closedAt: decidedAt };
  if (plan.fate === 'cancelled')
    return { status: 'cancelled', decidedAt, closingNote: random.of(cancellations), approval };
  return { status: until <= now ? 'expired' : 'approved', decidedAt, closingNote: null, approval };
}

export const leaderShare: Record<LeaderRule, number> = { never: 0, 'host-may-add': 0.12, always: 1 };

const step = (kind: Step['kind'], { id, name }: DemoMember, openedAt: Date): Step => ({
  kind,
  approverId: id,
  approverName: name,
  state: 'waiting',
  opinion: null,
  openedAt: openedAt.toISOString(),
  decidedAt: null,
});

const decided = (open: Step, state: 'agreed' | 'refused', opinion: string | null, at: Date): Step => ({
  ...open,
  state,
  opinion,
  decidedAt: at.toISOString(),
});
