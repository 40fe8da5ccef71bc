import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Role } from '@gatehouse/contract';
import { Hosts } from '../../directory/public.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { type Appointer, mayAppoint } from '../domain/appointment.js';
import { RoleGrant } from '../domain/role-grant.js';
import { RoleGrants } from './role-grants.js';

export { type Appointer };

/** Somebody gives a member of staff a role, for a campus or one of its units or for everything. Answers the grant's id. */
export class AppointStaff extends Command<string> {
  constructor(
    readonly by: Appointer,
    readonly staffId: string,
    readonly role: Role,
    readonly place: { campusId?: string; unitId?: string },
    readonly reason: string,
  ) {
    super();
  }
}

@CommandHandler(AppointStaff)
export class AppointStaffHandler implements ICommandHandler<AppointStaff> {
  constructor(
    private readonly hosts: Hosts,
    private readonly grants: RoleGrants,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ by, staffId, role, place, reason }: AppointStaff): Promise<string> {
    const staff = await this.hosts.withId(staffId);
    if (!staff?.active) throw new DomainError('request.not-found');
    const bounds = await this.boundsOf(place);
    mayAppoint(by, { staffId, role, ...bounds });
    const grant = RoleGrant.give(
      { id: this.ids.uuid(), staffId, role, ...bounds, grantedBy: by.name, reason: reason.trim() },
      await this.grants.of(staffId),
      this.clock.now(),
    );
    this.grants.add(grant);
    return grant.id;
  }

  /** A unit lies at its campus: a grant for a unit is bound to both. */
  private async boundsOf({ campusId, unitId }: AppointStaff['place']) {
    if (campusId && !(await this.hosts.campus(campusId))) throw new DomainError('request.not-found');
    if (!unitId) return { campusId: campusId ?? null, unitId: null };
    const unit = await this.hosts.unit(unitId);
    if (!unit) throw new DomainError('request.not-found');
    if (campusId && unit.campusId !== campusId) throw new DomainError('role.unit-elsewhere');
    return { campusId: unit.campusId, unitId };
  }
}
