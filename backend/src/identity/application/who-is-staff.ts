import { Injectable } from '@nestjs/common';
import { type Permission, type Role } from '@gatehouse/contract';
import { Hosts, type StaffMember } from '../../directory/public.js';
import { permissionsOf, rolesOf } from '../domain/roles.js';
import { type ListScope, scopeOf, scopesOf } from '../domain/scope.js';
import { LocalAccounts } from './local-accounts.js';
import { RoleGrants } from './role-grants.js';

export interface KnownStaff extends ListScope {
  staff: StaffMember;
  roles: Role[];
  permissions: Permission[];
  /** bounds of each permission that a grant carries */
  scopes: Partial<Record<Permission, ListScope>>;
}

/** What a member of staff is and may do at this moment; read anew for every request, so that leavers are out at once. */
@Injectable()
export class WhoIsStaff {
  constructor(
    private readonly hosts: Hosts,
    private readonly grants: RoleGrants,
    private readonly locals: LocalAccounts,
  ) {}

  async withId(staffId: string): Promise<KnownStaff | null> {
    const [staff, grants] = await Promise.all([this.hosts.withId(staffId), this.grants.of(staffId)]);
    if (!staff) return this.local(staffId);
    if (!staff.active) return null;
    const roles = rolesOf(grants.map(({ role }) => role));
    return { staff, roles, permissions: permissionsOf(roles), scopes: scopesOf(grants), ...scopeOf(grants) };
  }

  /** A local account is nobody of the directory: no unit, no visitors of its own. */
  private async local(id: string): Promise<KnownStaff | null> {
    const account = await this.locals.whoIs(id);
    if (!account) return null;
    const { login: number, name, role } = account;
    const nowhere = { title: '', isLeader: false, active: true, unitId: '', unitName: '', campusId: '' };
    const grants = [{ role, campusId: null, unitId: null }];
    const staff = { id, number, name, ...nowhere };
    return { staff, roles: [role], permissions: permissionsOf([role]), scopes: scopesOf(grants), ...scopeOf(grants) };
  }
}
