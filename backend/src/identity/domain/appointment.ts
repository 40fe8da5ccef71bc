import { type Role } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { type GrantBounds, type ListScope } from './scope.js';

/** Who gives and takes which roles. The office appoints nobody, and nobody appoints to what he must not do himself. */
const appoints: Partial<Record<Role, readonly Role[]>> = {
  'system-admin': ['system-admin', 'security-admin', 'auditor'],
  'security-admin': ['security-office'],
};

/** Somebody who gives or takes a role. */
export interface Appointer {
  id: string;
  name: string;
  roles: Role[];
  /** where he may */
  scope: ListScope;
}

/** What is given to whom, or taken. */
export interface Appointment extends GrantBounds {
  staffId: string;
  role: Role;
}

/** The roles that holders of these may give and take. */
export const appointable = (roles: readonly Role[]): Role[] => [
  ...new Set(roles.flatMap((role) => appoints[role] ?? [])),
];

/** Throws what forbids this appointer to give or take this role. */
export function mayAppoint({ id, roles, scope }: Appointer, { staffId, role, campusId, unitId }: Appointment): void {
  if (!appointable(roles).includes(role)) throw new DomainError('role.not-yours-to-give');
  if (id === staffId) throw new DomainError('role.not-to-oneself');
  const isWithin = (own: string[] | null, asked: string | null) =>
    own === null || (asked !== null && own.includes(asked));
  if (!isWithin(scope.campusIds, campusId) || !isWithin(scope.unitIds, unitId))
    throw new DomainError('role.outside-your-bounds');
  if (role === 'system-admin' && (campusId !== null || unitId !== null))
    throw new DomainError('role.for-the-whole-university');
}
