import { type RoleGrant } from '../domain/role-grant.js';

/** What lets a member of staff in. */
export abstract class LeaversAccess {
  /** Answers how many sessions were open. */
  abstract endSessions(staffId: string, at: Date): Promise<number>;
  /** Grants in force. */
  abstract grantsOf(staffId: string): Promise<RoleGrant[]>;
}
