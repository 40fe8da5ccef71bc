import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type InvitationRow } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { RateLimits } from '../../platform/http/rate-limits.js';
import { currentScope } from '../../platform/scope.js';
import { InvitationsQuery } from '../application/invitations.query.js';
import { MakeInvitation } from '../application/make-invitation.js';
import { WithdrawInvitation } from '../application/withdraw-invitation.js';
import { MakeInvitationDto } from './invitation.dto.js';
import { invitationsOfAHost } from './invitation-limits.js';

/** A host's own invitations. */
@ApiTags('invitations')
@Controller('invitations')
@Permission('approval.decide')
export class InvitationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly invitations: InvitationsQuery,
    private readonly limits: RateLimits,
  ) {}

  @Get()
  list(@Staff() staff: StaffPrincipal): Promise<InvitationRow[]> {
    return this.invitations.ofHost(staff.id, currentScope().locale);
  }

  @Post()
  async make(@Body() input: MakeInvitationDto, @Staff() staff: StaffPrincipal): Promise<InvitationRow> {
    await this.limits.spend(invitationsOfAHost, staff.id);
    const id = await this.commands.execute(new MakeInvitation(staff.id, input));
    const [made] = await this.invitations.ofHost(staff.id, currentScope().locale, id);
    if (!made) throw new DomainError('invitation.not-found');
    return made;
  }

  /** Takes the invitation back; what was booked by it stays. */
  @Post(':id/withdrawal')
  @HttpCode(204)
  withdraw(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<void> {
    return this.commands.execute(new WithdrawInvitation(id, staff.id));
  }
}
