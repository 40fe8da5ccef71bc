import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type OpinionBook } from '@gatehouse/contract';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { EditOpinion } from '../application/edit-opinion.js';
import { KeepOpinion } from '../application/keep-opinion.js';
import { OpinionsQuery } from '../application/opinions.query.js';
import { CommonOpinionDto, OpinionTextDto } from './opinion.dto.js';

/** Common opinions: everybody edits the own ones. */
@ApiTags('opinions')
@Controller('opinions')
@Permission('approval.decide')
export class OpinionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly opinions: OpinionsQuery,
  ) {}

  @Get()
  book(@Staff() staff: StaffPrincipal): Promise<OpinionBook> {
    return this.opinions.book(staff.id);
  }

  @Post()
  async keep(@Body() { kind, text }: CommonOpinionDto, @Staff() staff: StaffPrincipal): Promise<{ id: string }> {
    return { id: await this.commands.execute(new KeepOpinion(staff.id, kind, text)) };
  }

  @Post(':id')
  @HttpCode(204)
  reword(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { text }: OpinionTextDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    return this.commands.execute(new EditOpinion(id, staff.id, text));
  }

  @Post(':id/drop')
  @HttpCode(204)
  drop(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<void> {
    return this.commands.execute(new EditOpinion(id, staff.id, null));
  }
}
