import { type StaffMember } from '../public.js';

/** Who leads a unit. */
export abstract class Leaders {
  abstract set(staffId: string, leader: boolean): Promise<void>;
}

/** Writes to the audit what was done to the directory by hand. */
export abstract class DirectoryJournal {
  abstract leaderSet(staff: StaffMember, leader: boolean): Promise<void>;
}
