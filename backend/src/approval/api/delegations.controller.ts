import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type DelegateChoice, type DelegationPage } from '@gatehouse/contract';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { DelegateApprovals } from '../application/delegate-approvals.js';
import { DelegationsQuery } from '../application/delegations.query.js';
import { EndDelegation } from '../application/end-delegation.js';
import { CandidateFilterDto, DelegateDto } from './delegation.dto.js';

/** One's own delegations: nobody sees or ends those of others. */
@ApiTags('delegations')
@Controller('delegations')
@Permission('approval.decide')
export class DelegationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly delegations: DelegationsQuery,
  ) {}

  @Get()
  list(@Staff() staff: StaffPrincipal): Promise<DelegationPage> {
    return this.delegations.page(staff.id);
  }

  /** Colleagues of the own unit. */
  @Get('candidates')
  candidates(@Query() { q }: CandidateFilterDto, @Staff() staff: StaffPrincipal): Promise<DelegateChoice[]> {
    return this.delegations.candidates(staff.id, q ?? '');
  }

  @Post()
  async give(
    @Body() { delegateId, period, reason }: DelegateDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<{ id: string }> {
    const [from, until] = [new Date(period.from), new Date(period.until)];
    return { id: await this.commands.execute(new DelegateApprovals(staff.id, delegateId, from, until, reason)) };
  }

  @Post(':id/end')
  @HttpCode(204)
  end(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<void> {
    return this.commands.execute(new EndDelegation(id, staff.id));
  }
}
