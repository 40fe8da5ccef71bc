import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Role } from '@gatehouse/contract';
import { Hosts } from '../../directory/public.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { RoleGrant } from '../domain/role-grant.js';
import { type GrantBounds } from '../domain/scope.js';
import { RoleGrants } from './role-grants.js';

/** Gives a member of staff a role, within bounds. */
export class GrantRole extends Command<void> {
  constructor(
    readonly staffId: string,
    readonly role: Role,
    readonly bounds: GrantBounds = { campusId: null, unitId: null },
  ) {
    super();
  }
}

@CommandHandler(GrantRole)
export class GrantRoleHandler implements ICommandHandler<GrantRole> {
  constructor(
    private readonly hosts: Hosts,
    private readonly grants: RoleGrants,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ staffId, role, bounds }: GrantRole): Promise<void> {
    const staff = await this.hosts.withId(staffId);
    if (!staff?.active) throw new DomainError('request.not-found');
    const held = await this.grants.of(staffId);
    const grant = RoleGrant.give({ id: this.ids.uuid(), staffId, role, ...bounds }, held, this.clock.now());
    this.grants.add(grant);
  }
}
