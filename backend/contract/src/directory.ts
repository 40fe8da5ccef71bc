import type { Named, Text } from './common.js';

/** One campus with what a visitor must know of it. */
export interface CampusInfo {
  id: string;
  name: string;
  nameEn: string;
  address: string;
  gates: GateInfo[];
  /** days on which no visit to it can be booked, as far ahead as bookings reach, with what the day is called */
  closed?: { date: string; why: Text }[];
  /** days off with fewer hours, campus time `HH:mm` */
  rest?: { days: string[]; from: string; until: string } | null;
  /** hours in which it takes nobody in */
  closures?: { from: string; until: string; reason: string }[];
}

export interface GateInfo {
  id: string;
  name: string;
  nameEn: string;
  /** open to visitors on foot, by car, or both */
  transports: ('car' | 'foot')[];
  hint: string;
  /** stands in the address of the gate's poster, /visit/g/<code> */
  code: string;
}

/** GET /api/units?campus=&q= → UnitInfo[] (public; unit names are no secret). At most 200. */
export interface UnitInfo extends Named {
  campusId: string;
}

/**
 * GET /api/hosts?unit=&q= → HostChoice[] (public, preset with host.input = 'pick').
 * At most 5; the name is masked; asks for ≥ 1 Chinese character or ≥ 2 pinyin letters; 30 queries per session and hour.
 */
export interface HostChoice {
  id: string;
  /** masked, such as 杨* */
  name: string;
  unitName: string;
  /** last two characters of the staff number */
  numberTail: string;
}

/** GET /api/staff/leaders → LeaderChoice[]: whom the signed-in host can hand a visit to. */
export interface LeaderChoice {
  id: string;
  name: string;
  title: string;
  unitName: string;
}
