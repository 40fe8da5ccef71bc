import { type CampusInfo } from '@gatehouse/contract';

export { personKeys } from './pinyin-keys.js';
export { StaffLeft, StaffReturned, UnitClosed } from './domain/events.js';

/** What other contexts may know of the directory. */
export interface StaffMember {
  id: string;
  number: string;
  name: string;
  title: string;
  isLeader: boolean;
  active: boolean;
  unitId: string;
  unitName: string;
  campusId: string;
}

export interface CampusFacts {
  id: string;
  /** the number in pass certificates, 1–65535 */
  number: number;
  name: string;
  nameEn: string;
}

export interface UnitFacts {
  id: string;
  name: string;
  campusId: string;
}

/** The directory as seen from outside: looks up, never lists for strangers. */
export abstract class Hosts {
  abstract withId(staffId: string): Promise<StaffMember | null>;
  abstract withNumber(number: string): Promise<StaffMember | null>;
  /** The active member of this unit with this exact name and mobile number, as a visitor typed them. */
  abstract matching(unitId: string, name: string, mobile: string): Promise<StaffMember | null>;
  /** Active leaders of a unit, the staff member himself left out. */
  abstract leadersFor(staff: StaffMember): Promise<StaffMember[]>;
  /** Active members of the same unit, leaders first, the staff member himself left out; at most 20 that match the words. */
  abstract colleaguesOf(staff: StaffMember, words: string): Promise<StaffMember[]>;
  /** Active members of a campus for a guard who registers a visitor: by name, pinyin, initials or staff number; at most 8. */
  abstract onCampus(campusId: string, words: string): Promise<StaffMember[]>;
  /** Mobile number in clear for sending a message, null when unknown. Never for display. */
  abstract mobileOf(staffId: string): Promise<string | null>;
  /** Mail address in clear for sending a message, null when unknown. Never for display. */
  abstract mailOf(staffId: string): Promise<string | null>;
  abstract campus(id: string): Promise<CampusFacts | null>;
  abstract unit(id: string): Promise<UnitFacts | null>;
}

/** The campuses as the application form shows them; gates belong to passage. */
export abstract class Campuses {
  abstract all(): Promise<Omit<CampusInfo, 'gates'>[]>;
}
