import { type Role } from '@gatehouse/contract';
import { type RoleGrant } from '../domain/role-grant.js';
import { type GrantBounds } from '../domain/scope.js';

export interface GrantedRole extends GrantBounds {
  role: Role;
}

/** The roles given to staff. */
export abstract class RoleGrants {
  abstract add(grant: RoleGrant): void;
  /** Null when there is none, or it was taken back. */
  abstract inForce(id: string): Promise<RoleGrant | null>;
  /** Grants in force. */
  abstract of(staffId: string): Promise<GrantedRole[]>;
}
