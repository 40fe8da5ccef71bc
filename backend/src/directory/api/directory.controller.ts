import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type DirectoryMemberPage, type DirectoryUnit } from '@gatehouse/contract';
import { Permission, requireUnbound, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { AppointLeader } from '../application/appoint-leader.js';
import { DirectoryStaffQuery } from '../application/directory-staff.query.js';
import { DirectoryUnitsQuery } from '../application/directory-units.query.js';
import { DirectoryStaffDto, DirectoryUnitsDto, LeaderDto } from './directory-sync.dto.js';

@ApiTags('directory')
@Controller('directory')
export class DirectoryController {
  constructor(
    private readonly commands: CommandBus,
    private readonly unitsQuery: DirectoryUnitsQuery,
    private readonly staffQuery: DirectoryStaffQuery,
  ) {}

  /** Units with their leaders. */
  @Get('units')
  @Permission('directory.read')
  units(@Query() filter: DirectoryUnitsDto): Promise<DirectoryUnit[]> {
    return this.unitsQuery.list(filter);
  }

  /** Staff, phone numbers masked. */
  @Get('staff')
  @Permission('directory.read')
  staff(@Query() filter: DirectoryStaffDto): Promise<DirectoryMemberPage> {
    return this.staffQuery.page(filter);
  }

  /** Makes somebody a leader of his unit, or no longer one. */
  @Post('staff/:id/leader')
  @HttpCode(204)
  @Permission('directory.write')
  lead(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { leader }: LeaderDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    requireUnbound(staff);
    return this.commands.execute(new AppointLeader(id, leader));
  }
}
