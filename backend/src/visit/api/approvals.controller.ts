import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type ApprovalDetail, type ApprovalPage } from '@gatehouse/contract';
import { DecideStep } from '../../approval/public.js';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { currentScope } from '../../platform/scope.js';
import { AgreeToLess } from '../application/agree-to-less.js';
import { MyApprovalsQuery } from '../application/my-approvals.query.js';
import { AgreeDto, ApprovalFilterDto, RefuseDto } from './approval.dto.js';

/** The to-do of hosts and leaders. Approval itself knows nothing of visits, so their joint view lives here. */
@ApiTags('approvals')
@Controller('approvals')
@Permission('approval.decide')
export class ApprovalsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly approvals: MyApprovalsQuery,
  ) {}

  @Get()
  list(@Query() filter: ApprovalFilterDto, @Staff() staff: StaffPrincipal): Promise<ApprovalPage> {
    return this.approvals.page(staff.id, filter);
  }

  @Get(':id')
  one(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<ApprovalDetail> {
    return this.approvals.detail(staff.id, id, currentScope().locale);
  }

  /** Agrees; with `leaderId` the visit goes on to that leader, with `period` for less time than asked for. */
  @Post(':id/agreement')
  @HttpCode(204)
  agree(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { opinion, leaderId, forVisitor, period }: AgreeDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    const decision = {
      agree: true as const,
      opinion: opinion ?? null,
      leaderId: leaderId ?? null,
      forVisitor: forVisitor ?? false,
    };
    const decider = deciderOf(staff);
    if (!period) return this.commands.execute(new DecideStep(id, decider, decision));
    const less = { from: new Date(period.from), until: new Date(period.until) };
    return this.commands.execute(new AgreeToLess(id, decider, decision, less));
  }

  @Post(':id/refusal')
  @HttpCode(204)
  refuse(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { opinion }: RefuseDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    return this.commands.execute(new DecideStep(id, deciderOf(staff), { agree: false, opinion }));
  }
}

const deciderOf = ({ id, name }: StaffPrincipal) => ({ id, name });
