import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { MarkApproval } from '../application/mark-approval.js';
import { OpinionDraftDto } from './opinion.dto.js';

/** What an approver opened and began to write, the same on phone and PC. */
@ApiTags('approvals')
@Controller('approvals/:id')
@Permission('approval.decide')
export class ApprovalMarksController {
  constructor(private readonly commands: CommandBus) {}

  @Post('seen')
  @HttpCode(204)
  see(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<void> {
    return this.commands.execute(new MarkApproval(id, staff.id));
  }

  @Post('draft')
  @HttpCode(204)
  draft(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { intent, opinion }: OpinionDraftDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    return this.commands.execute(new MarkApproval(id, staff.id, { intent, opinion }));
  }
}
