import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type MakeInvitationInput } from '@gatehouse/contract';
import { Hosts } from '../../directory/public.js';
import { DomainError } from '../../kernel/domain-error.js';
import { InvitationMaker } from './invitation-maker.js';
import { Invitations } from './invitations.js';

/** A host invites. Answers the invitation's id. */
export class MakeInvitation extends Command<string> {
  constructor(
    readonly hostId: string,
    readonly input: MakeInvitationInput,
  ) {
    super();
  }
}

@CommandHandler(MakeInvitation)
export class MakeInvitationHandler implements ICommandHandler<MakeInvitation> {
  constructor(
    private readonly invitations: Invitations,
    private readonly maker: InvitationMaker,
    private readonly hosts: Hosts,
  ) {}

  async execute({ hostId, input }: MakeInvitation): Promise<string> {
    const host = await this.hosts.withId(hostId);
    if (!host?.active) throw new DomainError('auth.not-permitted');
    const { invitation } = await this.maker.make(host, input);
    this.invitations.add(invitation);
    return invitation.id;
  }
}
