import { type Permission, type Role } from '@gatehouse/contract';

/**
 * What each role may do. System administrator, security administrator and auditor are separated: the system
 * administrator sees no visitor data, the auditor changes nothing.
 */
const permissions: Record<Role, readonly Permission[]> = {
  staff: ['approval.decide'],
  'security-office': [
    'dashboard.read',
    'visit.read',
    'approval.decide-any',
    'standing.read',
    'passage.read',
    'passage.export',
    'passage.annul',
    'incident.read',
    'incident.write',
    'blacklist.read',
    'blacklist.write',
    'person.reveal',
    'device.read',
    'policy.read',
    'hold.read',
    'hold.write',
  ],
  'security-admin': [
    'dashboard.read',
    'visit.read',
    'approval.decide-any',
    'standing.read',
    'standing.write',
    'passage.read',
    'passage.export',
    'passage.annul',
    'incident.read',
    'incident.write',
    'blacklist.read',
    'blacklist.write',
    'person.reveal',
    'device.read',
    'device.write',
    'delivery.read',
    'delivery.write',
    'policy.read',
    'policy.write',
    'retention.read',
    'retention.write',
    'hold.read',
    'hold.write',
    'role.read',
    'role.write',
  ],
  'system-admin': [
    'directory.read',
    'directory.write',
    'sign-in.write',
    'webhook.write',
    'retention.read',
    'job.read',
    'job.write',
    'role.read',
    'role.write',
    'device.read',
    'delivery.read',
    'delivery.write',
  ],
  auditor: ['audit.read', 'passage.export', 'role.read', 'retention.read', 'hold.read'],
};

export const ROLES = Object.keys(permissions) as Role[];

/** Roles whose holder holds no other: their accounts serve one purpose only. */
const alone: readonly Role[] = ['system-admin', 'auditor'];

/** Everybody active is `staff` and approves own visits, except the holders of a role that stands alone. */
export function rolesOf(granted: Role[]): Role[] {
  const roles = [...new Set(granted)];
  return roles.some((role) => alone.includes(role)) ? roles : ['staff', ...roles.filter((role) => role !== 'staff')];
}

export function permissionsOf(roles: Role[]): Permission[] {
  return [...new Set(roles.flatMap((role) => permissions[role]))];
}

/** Whether somebody who holds these roles may be given another. */
export function mayAlsoHold(held: Role[], role: Role): boolean {
  const others = held.filter((other) => other !== role && other !== 'staff');
  return others.length === 0 || !(alone.includes(role) || others.some((other) => alone.includes(other)));
}
