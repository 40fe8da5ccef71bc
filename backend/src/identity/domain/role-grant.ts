import { type Role } from '@gatehouse/contract';
import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import { RoleEnded, RoleGranted } from './events.js';
import { mayAlsoHold } from './roles.js';
import { type GrantBounds } from './scope.js';

/** A role given to a member of staff, bound to a campus or unit or to nothing. */
export class RoleGrant extends AggregateRoot {
  private revokedAt: Date | null = null;

  private constructor(
    readonly id: string,
    readonly staffId: string,
    readonly role: Role,
    readonly campusId: string | null,
    readonly unitId: string | null,
    readonly grantedAt: Date,
  ) {
    super();
  }

  /** @param held the roles this person holds already */
  static give(grant: { id: string; staffId: string; role: Role } & GrantBounds, held: Role[], now: Date): RoleGrant {
    if (!mayAlsoHold(held, grant.role)) throw new DomainError('auth.roles-separated');
    const given = new RoleGrant(grant.id, grant.staffId, grant.role, grant.campusId, grant.unitId, now);
    given.record(new RoleGranted(given.staffId, given.role, given.campusId, given.unitId, now));
    return given;
  }

  isInForce(): boolean {
    return this.revokedAt === null;
  }

  /** Takes the role back. */
  end(now: Date): void {
    if (this.revokedAt) return;
    this.revokedAt = now;
    this.record(new RoleEnded(this.staffId, this.role, this.campusId, this.unitId, now));
  }
}
