import { type ActivePolicy } from '../src/policy/public.js';
import { campusDay, campusInstant, minutesOf } from '../src/kernel/campus-time.js';
import { type PassDisplay } from '../src/passage/domain/pass.js';
import { currentNotice } from '../src/visit/application/privacy-notice.js';
import { type Decision } from './demo-decisions.js';
import { type GatePass } from './demo-gate-life.js';
import { type PassageRow } from './demo-gate-rows.js';
import { type Plan } from './demo-plans.js';
import { type Random } from './random.js';

const reasons: Record<string, string[]> = {
  business: ['项目验收', '合同签订', '设备采购洽谈', '校企合作座谈'],
  academic: ['学术报告', '论文答辩评审', '实验室交流', '课题组研讨'],
  delivery: ['实验设备送货', '空调检修', '教材配送', '网络布线'],
  family: ['看望子女', '探访老师', '接送家人'],
  event: ['校友返校', '运动会观摩', '招聘宣讲', '参加毕业典礼'],
  other: ['办理证明', '图书捐赠', '采访拍摄'],
};
const purposes = [[22, 'business'], [26, 'academic'], [18, 'delivery'], [12, 'family'], [14, 'event'], [8, 'other']] as const; // prettier-ignore

/** Numbers that nobody else has. */
export class Numbers {
  private readonly taken = new Set<string>();

  constructor(private readonly random: Random) {}

  digits(length: number, prefix = ''): string {
    for (;;) {
      const number = `${prefix}${this.random.digits(length)}`;
      if (this.taken.has(number)) continue;
      this.taken.add(number);
      return number;
    }
  }
}

/** A planned visit as the tables hold it. */
export class DemoVisit {
  decision!: Decision;
  readonly id: string;
  readonly from: Date;
  readonly until: Date;
  private readonly isDaily: boolean;
  private readonly number: string;
  private readonly passes: { id: string; number: string }[];

  constructor(
    readonly plan: Plan,
    private readonly policy: ActivePolicy,
    numbers: Numbers,
    private readonly random: Random,
  ) {
    const { mode, dailyFrom, dailyUntil } = policy.settings.period;
    const day = campusDay(plan.arrives);
    const [opens, closes] = [campusInstant(day, dailyFrom), campusInstant(day, dailyUntil)];
    this.id = random.uuid(plan.requestedAt);
    // Whoever is about at night, or stays on, has hours of an own.
    this.isDaily = mode === 'daily' && !plan.staysOn && plan.arrives >= opens && plan.leaves <= closes;
    this.from = this.isDaily ? opens : plan.arrives;
    this.until = this.isDaily ? closes : plan.leaves;
    this.number = numbers.digits(6, campusDay(plan.requestedAt).replaceAll('-', ''));
    this.passes = plan.party.map(() => ({ id: random.uuid(plan.requestedAt), number: numbers.digits(8) }));
  }

  get hasPasses(): boolean {
    return this.decision.approval.state === 'granted';
  }

  gatePasses(): GatePass[] {
    const { host } = this.plan;
    return this.passes.map(({ id }) => ({
      id,
      visitId: this.id,
      campus: host.unit.campus,
      plate: this.plate?.number ?? null,
      from: this.from,
      until: this.until,
    }));
  }

  visitRow() {
    const { plan, decision, plate, random } = this;
    const purpose = random.weighted(purposes);
    return {
      id: this.id,
      number: this.number,
      request_key: random.uuid(plan.requestedAt),
      status: decision.status,
      campus_id: plan.host.unit.campus.id,
      unit_id: plan.host.unit.id,
      host_id: plan.host.id,
      transport: plan.transport,
      plate: plate?.number ?? null,
      plate_key: plate?.matchKey ?? null,
      period_from: this.from,
      period_until: this.until,
      purpose,
      reason: random.of(reasons[purpose] ?? ['']),
      party: plan.party.map(({ person }, index) => ({ ...person, index })),
      notice_version: currentNotice.version,
      locale: /^[A-Z]/.test(plan.party[0]?.person.name ?? '') ? 'en' : 'zh',
      policy_version: this.policy.version,
      requested_at: plan.requestedAt,
      decided_at: decision.decidedAt,
      closed_at: this.closedAt,
      closing_note: decision.closingNote,
      version: 1,
    };
  }

  /** Cancelled shortly before it would have begun; expired at its end. */
  private get closedAt(): Date | null {
    if (this.decision.status === 'expired') return this.until;
    if (this.decision.status !== 'cancelled') return null;
    return new Date((this.decision.decidedAt ?? this.plan.requestedAt).getTime() + 10 * 60_000);
  }

  approvalRow() {
    const { state, steps, closedAt } = this.decision.approval;
    return {
      id: this.random.uuid(this.plan.requestedAt),
      subject_kind: 'visit',
      subject_id: this.id,
      state,
      leader_rule: this.policy.settings.approval.leader,
      steps,
      opened_at: this.plan.requestedAt,
      closed_at: closedAt,
      version: 1,
    };
  }

  passRows() {
    if (!this.hasPasses) return [];
    const { plan, plate } = this;
    const { dailyFrom, dailyUntil } = this.policy.settings.period;
    const cancelled = this.decision.status === 'cancelled';
    const { unit, id: hostId, name: hostName } = plan.host;
    const display: PassDisplay = {
      visitNumber: this.number,
      unitId: unit.id,
      unitName: unit.name,
      hostId,
      hostName,
      transport: plan.transport,
      partySize: plan.party.length,
    };
    return plan.party.map(({ person }, index) => ({
      id: this.passes[index]?.id,
      campus_id: unit.campus.id,
      visit_id: this.id,
      person_index: index,
      person_key_id: person.personKeyId,
      number: this.passes[index]?.number,
      state: cancelled ? 'revoked' : 'active',
      revoke_reason: cancelled ? 'visit-cancelled' : null,
      person_name: person.name,
      document_masked: person.documentMasked,
      document_tail: person.documentTail,
      document_index: Buffer.from(person.documentIndex, 'hex'),
      mobile_index: person.mobileIndex ? Buffer.from(person.mobileIndex, 'hex') : null,
      plate: plate?.number ?? null,
      plate_key: plate?.matchKey ?? null,
      display,
      period_from: this.from,
      period_until: this.until,
      daily_from: this.isDaily ? minutesOf(dailyFrom) : null,
      daily_until: this.isDaily ? minutesOf(dailyUntil) : null,
      gate_ids: [],
      entries: this.policy.settings.pass.entries,
      key_number: 0,
      version: 1,
      issued_at: this.decision.decidedAt,
    }));
  }

  /** Where each person is after everything that happened. */
  presenceRows(admitted: Map<string | null, PassageRow[]>) {
    if (!this.hasPasses) return [];
    return this.passes.map(({ id }) => {
      const mine = admitted.get(id) ?? [];
      const last = mine.at(-1);
      return {
        campus_id: this.plan.host.unit.campus.id,
        pass_id: id,
        state: last?.direction === 'entry' ? 'inside' : 'outside',
        confidence: 'sure',
        since: last?.at ?? null,
        gate_id: last?.gate_id ?? null,
        last_passage_id: last?.id ?? null,
        entries_used: mine.filter(({ direction }) => direction === 'entry').length,
      };
    });
  }

  private get plate() {
    return this.plan.transport === 'car' ? (this.plan.party[0]?.plate ?? null) : null;
  }
}
