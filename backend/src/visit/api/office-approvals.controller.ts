import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type OpenApprovalRow } from '@gatehouse/contract';
import { ChaseStep, DecideForOffice } from '../../approval/public.js';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { OpenApprovalsQuery } from '../application/open-approvals.query.js';
import { OfficeDecisionDto, OpenApprovalFilterDto } from './office-approval.dto.js';

/** What waits for whom, so that no visitor stands at the gate unanswered. */
@ApiTags('approvals')
@Controller('office/approvals')
@Permission('approval.decide-any')
export class OfficeApprovalsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly approvals: OpenApprovalsQuery,
  ) {}

  @Get()
  list(@Query() { late }: OpenApprovalFilterDto, @Staff() staff: StaffPrincipal): Promise<OpenApprovalRow[]> {
    return this.approvals.rows(staff, late ?? false);
  }

  /** Decides in the approver's place, with a reason that the visitor reads. */
  @Post(':id/decision')
  @HttpCode(204)
  async decide(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { agree, reason }: OfficeDecisionDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    await this.approvals.visitOf(id, staff);
    await this.commands.execute(new DecideForOffice(id, { id: staff.id, name: staff.name }, agree, reason));
  }

  @Post(':id/chase')
  @HttpCode(204)
  async chase(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<void> {
    const visitId = await this.approvals.visitOf(id, staff);
    await this.commands.execute(new ChaseStep('visit', visitId, true));
  }
}
