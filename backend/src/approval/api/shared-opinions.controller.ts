import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Permission, requireUnbound, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { EditOpinion } from '../application/edit-opinion.js';
import { KeepOpinion } from '../application/keep-opinion.js';
import { CommonOpinionDto, OpinionTextDto } from './opinion.dto.js';

/** The list that every approver of the university is offered. */
@ApiTags('opinions')
@Controller('opinions/shared')
@Permission('policy.write')
export class SharedOpinionsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  async keep(@Body() { kind, text }: CommonOpinionDto, @Staff() staff: StaffPrincipal): Promise<{ id: string }> {
    requireUnbound(staff);
    return { id: await this.commands.execute(new KeepOpinion(null, kind, text)) };
  }

  @Post(':id')
  @HttpCode(204)
  reword(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { text }: OpinionTextDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    requireUnbound(staff);
    return this.commands.execute(new EditOpinion(id, null, text));
  }

  @Post(':id/drop')
  @HttpCode(204)
  drop(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<void> {
    requireUnbound(staff);
    return this.commands.execute(new EditOpinion(id, null, null));
  }
}
