import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type ClosurePreview, type ClosureRow } from '@gatehouse/contract';
import { Permission, requireCampus, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { ClosuresQuery } from '../application/closures.query.js';
import { DeclareClosure } from '../application/declare-closure.js';
import { EndClosure } from '../application/end-closure.js';
import { ClosureDto, ClosurePeriodDto } from './closures.dto.js';

/** Campuses and gates that take no visitors in for a while. */
@ApiTags('policy')
@Controller('closures')
export class ClosuresController {
  constructor(
    private readonly commands: CommandBus,
    private readonly closures: ClosuresQuery,
  ) {}

  @Get()
  @Permission('policy.read')
  list(@Staff() { campusIds }: StaffPrincipal): Promise<ClosureRow[]> {
    return this.closures.list(campusIds);
  }

  /** Which visits a closure would meet. Changes nothing. */
  @Post('preview')
  @HttpCode(200)
  @Permission('policy.write')
  preview(@Body() input: ClosurePeriodDto, @Staff() staff: StaffPrincipal): Promise<ClosurePreview> {
    requireCampus(staff, input.campusId);
    return this.closures.preview(input);
  }

  /** Closes from its beginning on; gates follow within two seconds, without network after their next sync. */
  @Post()
  @HttpCode(200)
  @Permission('policy.write')
  async declare(@Body() input: ClosureDto, @Staff() staff: StaffPrincipal): Promise<ClosureRow[]> {
    requireCampus(staff, input.campusId);
    await this.commands.execute(new DeclareClosure(input, staff.name));
    return this.closures.list(staff.campusIds);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Permission('policy.write')
  async end(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<ClosureRow[]> {
    const { name, campusIds, unitIds } = staff;
    await this.commands.execute(new EndClosure(id, { name, campusIds: unitIds ? [] : campusIds }));
    return this.closures.list(campusIds);
  }
}
