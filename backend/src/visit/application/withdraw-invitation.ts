import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { Invitations } from './invitations.js';

/** The host takes an invitation back: its link opens nothing any more. */
export class WithdrawInvitation extends Command<void> {
  constructor(
    readonly invitationId: string,
    readonly hostId: string,
  ) {
    super();
  }
}

@CommandHandler(WithdrawInvitation)
export class WithdrawInvitationHandler implements ICommandHandler<WithdrawInvitation> {
  constructor(
    private readonly invitations: Invitations,
    private readonly clock: Clock,
  ) {}

  async execute({ invitationId, hostId }: WithdrawInvitation): Promise<void> {
    (await this.invitations.withId(invitationId)).withdraw(hostId, this.clock.now());
  }
}
