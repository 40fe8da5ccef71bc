import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { AskForCorrection } from '../application/ask-for-correction.js';
import { AskForCorrectionDto } from './visit-life.dto.js';

@ApiTags('approvals')
@Controller('approvals/:id/correction')
@Permission('approval.decide')
export class CorrectionController {
  constructor(private readonly commands: CommandBus) {}

  /** Asks the visitor to correct fields, instead of refusing. Only who has to decide now. */
  @Post()
  @HttpCode(204)
  ask(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { fields }: AskForCorrectionDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    return this.commands.execute(new AskForCorrection(id, staff.id, fields));
  }
}
