import { type RefuseReason } from '@gatehouse/contract/pass/reason';
import { type DemoCampus, type DemoGate } from './demo-directory.js';
import { type Plan } from './demo-plans.js';
import { type Random } from './random.js';

const MINUTE = 60_000;

/** A pass as the gate sees it. */
export interface GatePass {
  id: string;
  visitId: string;
  campus: DemoCampus;
  plate: string | null;
  from: Date;
  until: Date;
}

/** One moment at a gate. */
export interface Moment {
  at: Date;
  campus: DemoCampus;
  gate: DemoGate;
  pass: GatePass | null;
  direction: 'entry' | 'exit';
  verdict: 'admit' | 'refuse';
  reason: 'OK' | 'CONFIRM_ID' | RefuseReason;
  outcome: 'admitted' | 'refused' | 'lapsed' | 'annulled';
  note: string | null;
}

const guardNotes = ['证件与本人不符', '车内人数不符', '未带证件，请被访人来接'];

/** What happens at the gates on the day of an approved visit, up to now. */
export class GateLife {
  constructor(
    private readonly random: Random,
    private readonly campuses: DemoCampus[],
    private readonly now: Date,
  ) {}

  /** In order of time. */
  of(plan: Plan, passes: GatePass[]): Moment[] {
    if (!plan.staysOn && plan.arrives < this.now && this.random.chance(0.09)) return [];
    const arrives = this.later(plan.arrives, -12, 45);
    const leaves = this.later(plan.leaves, -50, -4);
    const moments = passes.flatMap((pass) => {
      const gate = this.gateFor(pass);
      const arrival = this.later(arrives, 0, 3);
      const departure = new Date(Math.max(this.later(leaves, 0, 3).getTime(), arrival.getTime() + 8 * MINUTE));
      const stay = [
        ...this.before(pass, gate, arrival),
        this.passes(pass, gate, 'entry', arrival),
        ...this.lunch(pass, gate, arrival, departure),
      ];
      return plan.staysOn
        ? stay
        : [...stay, this.passes(pass, this.gateFor(pass), 'exit', departure), ...this.after(pass, gate)];
    });
    return moments.filter(({ at }) => at <= this.now).sort((a, b) => a.at.getTime() - b.at.getTime());
  }

  /** Somebody tries a pass whose visit was cancelled. */
  ofCancelled(plan: Plan, [pass]: GatePass[]): Moment[] {
    if (!pass || plan.arrives > this.now || !this.random.chance(0.3)) return [];
    return [this.refused(pass, pass.campus, this.gateFor(pass), 'CANCELLED', plan.arrives)];
  }

  /** Somebody shows a code nobody knows. */
  ofUnknown(at: Date): Moment {
    const campus = this.random.of(this.campuses);
    const gate = this.random.of(campus.gates);
    const reason = this.random.of(['UNKNOWN', 'UNKNOWN', 'BAD_SIGNATURE'] as const);
    return {
      at,
      campus,
      gate,
      pass: null,
      direction: 'entry',
      verdict: 'refuse',
      reason,
      outcome: 'refused',
      note: null,
    };
  }

  /** What goes wrong before somebody is let in. */
  private before(pass: GatePass, gate: DemoGate, arrival: Date): Moment[] {
    const earlier = this.later(arrival, -6, -1);
    if (this.random.chance(0.018)) return [this.refused(pass, pass.campus, gate, 'STALE_WINDOW', earlier)];
    if (this.random.chance(0.012))
      return [this.refused(pass, pass.campus, gate, 'TOO_EARLY', new Date(pass.from.getTime() - 50 * MINUTE))];
    if (this.random.chance(0.01)) {
      const elsewhere = this.random.of(this.campuses.filter((campus) => campus !== pass.campus));
      return [
        this.refused(pass, elsewhere, this.random.of(elsewhere.gates), 'WRONG_CAMPUS', this.later(arrival, -50, -30)),
      ];
    }
    if (pass.plate && this.random.chance(0.02))
      return [this.refused(pass, pass.campus, gate, 'PLATE_MISMATCH', earlier)];
    if (this.random.chance(0.008)) return [{ ...this.passes(pass, gate, 'entry', earlier), outcome: 'lapsed' }];
    if (this.random.chance(0.006))
      return [{ ...this.passes(pass, gate, 'entry', earlier), outcome: 'refused', note: this.random.of(guardNotes) }];
    return [];
  }

  /** Out for lunch and in again, on longer visits. */
  private lunch(pass: GatePass, gate: DemoGate, arrival: Date, leaves: Date): Moment[] {
    const stay = leaves.getTime() - arrival.getTime();
    if (stay < 300 * MINUTE || !this.random.chance(0.5)) return [];
    const out = new Date(arrival.getTime() + stay * 0.4);
    return [this.passes(pass, gate, 'exit', out), this.passes(pass, gate, 'entry', this.later(out, 30, 70))];
  }

  private after(pass: GatePass, gate: DemoGate): Moment[] {
    return this.random.chance(0.01)
      ? [this.refused(pass, pass.campus, gate, 'TOO_LATE', this.later(pass.until, 5, 60))]
      : [];
  }

  private passes(pass: GatePass, gate: DemoGate, direction: 'entry' | 'exit', at: Date): Moment {
    const reason = this.random.chance(0.08) ? 'CONFIRM_ID' : 'OK';
    return {
      at,
      campus: pass.campus,
      gate,
      pass,
      direction,
      verdict: 'admit',
      reason,
      outcome: 'admitted',
      note: null,
    };
  }

  private refused(pass: GatePass, campus: DemoCampus, gate: DemoGate, reason: RefuseReason, at: Date): Moment {
    return { at, campus, gate, pass, direction: 'entry', verdict: 'refuse', reason, outcome: 'refused', note: null };
  }

  /** The first gates are the busy ones; cars cannot use all. */
  private gateFor({ campus, plate }: GatePass): DemoGate {
    const open = campus.gates.filter(({ car }) => car || !plate);
    return this.random.weighted(open.map((gate, place) => [open.length - place, gate] as const));
  }

  private later(moment: Date, least: number, most: number): Date {
    return new Date(moment.getTime() + this.random.between(least * 60, most * 60) * 1000);
  }
}
