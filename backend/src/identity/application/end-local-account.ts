import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Administrators } from './administrators.js';
import { LeaversAccess } from './leavers-access.js';
import { LocalAccounts } from './local-accounts.js';

/** Ends a local account and its sessions. Nobody ends his own, and never the last administrator. */
export class EndLocalAccount extends Command<void> {
  constructor(
    readonly accountId: string,
    readonly by: { id: string; name: string },
  ) {
    super();
  }
}

@CommandHandler(EndLocalAccount)
export class EndLocalAccountHandler implements ICommandHandler<EndLocalAccount> {
  constructor(
    private readonly accounts: LocalAccounts,
    private readonly administrators: Administrators,
    private readonly access: LeaversAccess,
    private readonly clock: Clock,
  ) {}

  async execute({ accountId, by }: EndLocalAccount): Promise<void> {
    const account = await this.accounts.active(accountId);
    if (!account) throw new DomainError('request.not-found');
    if (accountId === by.id) throw new DomainError('role.not-to-oneself');
    if ((await this.administrators.count()) < 2) throw new DomainError('role.last-administrator');
    const now = this.clock.now();
    account.end(by.name, now);
    await this.access.endSessions(accountId, now);
  }
}
