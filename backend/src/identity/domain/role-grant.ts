import { type Role } from '@gatehouse/contract';
import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import { RoleEnded, RoleGranted } from './events.js';
import { mayAlsoHold } from './roles.js';
import { addsUp, type GrantBounds } from './scope.js';

export interface NewGrant extends GrantBounds {
  id: string;
  staffId: string;
  role: Role;
  /** name of who gives it; empty for the installation itself */
  grantedBy?: string;
  reason?: string;
}

/** A role given to a member of staff, bound to a campus or unit or to nothing. */
export class RoleGrant extends AggregateRoot {
  private revokedAt: Date | null = null;
  private revokedBy: string | null = null;
  private revokeReason: string | null = null;

  private constructor(
    readonly id: string,
    readonly staffId: string,
    readonly role: Role,
    readonly campusId: string | null,
    readonly unitId: string | null,
    readonly grantedAt: Date,
    readonly grantedBy: string,
    readonly grantReason: string,
  ) {
    super();
  }

  /** @param held what this person holds already */
  static give(grant: NewGrant, held: (GrantBounds & { role: Role })[], now: Date): RoleGrant {
    const { id, staffId, role, campusId, unitId, grantedBy = '', reason = '' } = grant;
    const roles = held.map((own) => own.role);
    if (!mayAlsoHold(roles, role)) throw new DomainError('auth.roles-separated');
    if (held.some((own) => own.role === role && own.campusId === campusId && own.unitId === unitId))
      throw new DomainError('role.held-already');
    if (!held.every((own) => addsUp(own, { campusId, unitId }))) throw new DomainError('role.units-of-two-campuses');
    const given = new RoleGrant(id, staffId, role, campusId, unitId, now, grantedBy, reason);
    given.record(new RoleGranted(given.staffId, given.role, given.campusId, given.unitId, now));
    return given;
  }

  isInForce(): boolean {
    return this.revokedAt === null;
  }

  /** Takes the role back. */
  end(now: Date, by = '', reason = ''): void {
    if (this.revokedAt) return;
    this.revokedAt = now;
    this.revokedBy = by;
    this.revokeReason = reason;
    this.record(new RoleEnded(this.staffId, this.role, this.campusId, this.unitId, now));
  }
}
