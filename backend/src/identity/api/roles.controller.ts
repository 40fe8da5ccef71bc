import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type RoleBook, type RoleCandidate, type RoleGrantRow } from '@gatehouse/contract';
import { Permission, Staff, type StaffPrincipal, within } from '../../platform/http/access.js';
import { type Appointer, AppointStaff } from '../application/appoint-staff.js';
import { EndGrant } from '../application/end-grant.js';
import { RoleGrantsQuery } from '../application/role-grants.query.js';
import { AppointDto, CandidatesDto, EndGrantDto, GrantsFilterDto } from './roles.dto.js';

/** Who holds which role where. Separated: whoever may give a role holds none of it, and nobody gives any to himself. */
@ApiTags('roles')
@Controller('roles')
export class RolesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly roles: RoleGrantsQuery,
  ) {}

  /** What each role may do, and what the reader may give. */
  @Get()
  @Permission('role.read')
  book(@Staff() staff: StaffPrincipal): RoleBook {
    return this.roles.book(staff.roles);
  }

  @Get('grants')
  @Permission('role.read')
  grants(@Query() filter: GrantsFilterDto, @Staff() staff: StaffPrincipal): Promise<RoleGrantRow[]> {
    return this.roles.grants(filter, appointerOf(staff));
  }

  @Get('candidates')
  @Permission('role.write')
  candidates(@Query() { q }: CandidatesDto): Promise<RoleCandidate[]> {
    return this.roles.candidates(q);
  }

  @Post('grants')
  @Permission('role.write')
  async appoint(@Body() input: AppointDto, @Staff() staff: StaffPrincipal): Promise<{ id: string }> {
    const { staffId, role, campusId, unitId, reason } = input;
    const place = { ...(campusId && { campusId }), ...(unitId && { unitId }) };
    return { id: await this.commands.execute(new AppointStaff(appointerOf(staff), staffId, role, place, reason)) };
  }

  @Post('grants/:id/end')
  @HttpCode(204)
  @Permission('role.write')
  async end(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: EndGrantDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    await this.commands.execute(new EndGrant(appointerOf(staff), id, reason));
  }
}

function appointerOf(staff: StaffPrincipal): Appointer {
  const { id, name, roles, campusIds, unitIds } = within(staff, 'role.write');
  return { id, name, roles, scope: { campusIds, unitIds } };
}
