import { type Transport } from '@gatehouse/contract';
import { addDays, campusDay, campusInstant } from '../src/kernel/campus-time.js';
import { type DemoDirectory, type DemoMember } from './demo-directory.js';
import { type DemoVisitor } from './demo-visitors.js';
import { type Random } from './random.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PAST_DAYS = 30;
const FUTURE_DAYS = 6;

/** What becomes of an application, before the clock has its say. */
export type Fate = 'agreed' | 'refused' | 'cancelled' | 'unanswered';

/** One visit as it was meant: who comes to whom, when, and what is decided about it. */
export interface Plan {
  host: DemoMember;
  party: DemoVisitor[];
  transport: Transport;
  arrives: Date;
  leaves: Date;
  requestedAt: Date;
  fate: Fate;
  /** the leader who decides second, when the host handed the visit on */
  leader: DemoMember | null;
  /** left open in the leader's hands */
  waitsForLeader?: boolean;
  /** stays inside although the time is over */
  staysOn?: boolean;
}

const hours = [[2, 7], [14, 8], [20, 9], [16, 10], [7, 11], [4, 12], [9, 13], [13, 14], [8, 15], [4, 16], [2, 17], [2, 18]] as const; // prettier-ignore
const lengths = [[12, 1], [26, 2], [20, 3], [16, 4], [10, 6], [16, 8]] as const; // prettier-ignore
const sizes = [[76, 1], [14, 2], [6, 3], [3, 4], [1, 6]] as const; // prettier-ignore
const fates = [[84, 'agreed'], [7, 'refused'], [4, 'cancelled'], [5, 'unanswered']] as const; // prettier-ignore

/** Plans visits: the month that ends now, the days ahead, and the few that make a demo worth looking at. */
export class Planner {
  private readonly hostsByCampus: [number, DemoMember[]][];

  constructor(
    private readonly directory: DemoDirectory,
    private readonly visitors: DemoVisitor[],
    private readonly random: Random,
    private readonly now: Date,
    /** how often a host hands on to a leader */
    private readonly leaderShare: number,
  ) {
    this.hostsByCampus = directory.campuses.map((campus) => [
      campus.place.weight,
      directory.staff.filter(({ unit }) => unit.campus === campus),
    ]);
  }

  all(): Plan[] {
    const today = campusDay(this.now);
    const days = Array.from({ length: PAST_DAYS + FUTURE_DAYS + 1 }, (_, at) => at - PAST_DAYS);
    const usual = days.flatMap((offset) => this.day(addDays(today, offset), offset));
    return [...usual, ...this.waitingForTheMainHost(), ...this.insideNow(), ...this.stayingOn()];
  }

  private day(day: string, offset: number): Plan[] {
    const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
    const usual = weekend ? this.random.between(24, 38) : this.random.between(78, 104);
    const visits = offset > 0 ? Math.round(usual / (1 + offset * 2)) : usual;
    return Array.from({ length: visits }, () => this.visitOn(day));
  }

  private visitOn(day: string): Plan {
    const time = `${String(this.random.weighted(hours)).padStart(2, '0')}:${this.random.of(['00', '15', '30', '45'])}`;
    const arrives = campusInstant(day, time);
    const stay = this.random.weighted(lengths) * HOUR;
    const leaves = new Date(Math.min(arrives.getTime() + stay, campusInstant(day, '22:30').getTime()));
    const ahead = this.random.chance(0.3) ? this.random.between(2, 8) : this.random.between(9, 120);
    const requestedAt = new Date(
      Math.min(arrives.getTime() - ahead * HOUR, this.now.getTime() - this.random.between(3, 600) * MINUTE),
    );
    const host = this.anyHost();
    const leader = this.random.chance(this.leaderShare) ? this.leaderOf(host) : null;
    return { ...this.who(), host, leader, arrives, leaves, requestedAt, fate: this.random.weighted(fates) };
  }

  private who(): Pick<Plan, 'party' | 'transport'> {
    const party = Array.from({ length: this.random.weighted(sizes) }, () => this.random.of(this.visitors));
    const distinct = [...new Set(party)];
    return { party: distinct, transport: distinct[0]?.plate && this.random.chance(0.8) ? 'car' : 'foot' };
  }

  private anyHost(): DemoMember {
    if (this.random.chance(0.03)) return this.named('T1001');
    return this.random.of(this.random.weighted(this.hostsByCampus));
  }

  private leaderOf({ unit, id }: DemoMember): DemoMember | null {
    return this.directory.staff.find((member) => member.isLeader && member.unit === unit && member.id !== id) ?? null;
  }

  private named(number: string): DemoMember {
    const member = this.directory.staff.find((candidate) => candidate.number === number);
    if (!member) throw new Error(`no member ${number} in the demo`);
    return member;
  }

  /** Eight to-dos for the main host, three for her dean. */
  private waitingForTheMainHost(): Plan[] {
    const host = this.named('T1001');
    return Array.from({ length: 11 }, (_, place) => {
      const day = addDays(campusDay(this.now), 1 + (place % 4));
      const arrives = campusInstant(day, `${9 + (place % 7)}:00`.padStart(5, '0'));
      const leaves = new Date(arrives.getTime() + 3 * HOUR);
      const requestedAt = new Date(this.now.getTime() - (12 + place * 47) * MINUTE);
      const common = { ...this.who(), host, arrives, leaves, requestedAt };
      if (place < 8) return { ...common, fate: 'unanswered', leader: null };
      return { ...common, fate: 'agreed', leader: this.named('T1002'), waitsForLeader: true };
    });
  }

  /** Some are always inside, whatever the hour of the first start. */
  private insideNow(): Plan[] {
    return Array.from({ length: 16 }, () =>
      this.aroundNow(-this.random.between(20, 150), this.random.between(45, 240)),
    );
  }

  private stayingOn(): Plan[] {
    return [-45, -160, -600].map((until) => ({ ...this.aroundNow(until - 180, until), staysOn: true }));
  }

  private aroundNow(fromMinutes: number, untilMinutes: number): Plan {
    const arrives = new Date(this.now.getTime() + fromMinutes * MINUTE);
    const leaves = new Date(this.now.getTime() + untilMinutes * MINUTE);
    const requestedAt = new Date(arrives.getTime() - 20 * HOUR);
    return { ...this.who(), host: this.anyHost(), leader: null, arrives, leaves, requestedAt, fate: 'agreed' };
  }
}
