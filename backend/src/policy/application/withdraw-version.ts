import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Policies } from './policies.js';

/** A version that is not in force yet is taken back; it stays in the list. */
export class WithdrawVersion extends Command<void> {
  constructor(
    readonly version: number,
    readonly reason: string,
    readonly by: string,
  ) {
    super();
  }
}

@CommandHandler(WithdrawVersion)
export class WithdrawVersionHandler implements ICommandHandler<WithdrawVersion> {
  constructor(
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  async execute({ version, reason, by }: WithdrawVersion): Promise<void> {
    const [newest, now] = [await this.policies.newest(), this.clock.now()];
    if (newest.version !== version || newest.activeFrom <= now) throw new DomainError('policy.not-scheduled');
    await this.policies.withdraw(version, by, reason, now);
  }
}
