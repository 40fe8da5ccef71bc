import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { type Appointer, mayAppoint } from '../domain/appointment.js';
import { Administrators } from './administrators.js';
import { RoleGrants } from './role-grants.js';

/** Somebody takes a role back. */
export class EndGrant extends Command<void> {
  constructor(
    readonly by: Appointer,
    readonly grantId: string,
    readonly reason: string,
  ) {
    super();
  }
}

@CommandHandler(EndGrant)
export class EndGrantHandler implements ICommandHandler<EndGrant> {
  constructor(
    private readonly grants: RoleGrants,
    private readonly administrators: Administrators,
    private readonly clock: Clock,
  ) {}

  async execute({ by, grantId, reason }: EndGrant): Promise<void> {
    const grant = await this.grants.inForce(grantId);
    if (!grant) throw new DomainError('request.not-found');
    mayAppoint(by, grant);
    if (grant.role === 'system-admin' && (await this.administrators.count()) < 2)
      throw new DomainError('role.last-administrator');
    grant.end(this.clock.now(), by.name, reason.trim());
  }
}
