import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type EmergencyView, type OfficeMuster } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { CampusMusterQuery } from '../application/campus-muster.query.js';
import { EmergenciesQuery } from '../application/emergencies.query.js';
import { NoteMusterPrinted } from '../application/note-muster-printed.js';
import { MusterCampusDto, MusterPrintDto } from './muster.dto.js';

/** Who is on campus, and gates that stood open, as the office sees them. */
@ApiTags('incidents')
@Controller()
export class MusterController {
  constructor(
    private readonly musters: CampusMusterQuery,
    private readonly emergencies: EmergenciesQuery,
    private readonly commands: CommandBus,
  ) {}

  @Get('muster')
  @Permission('dashboard.read')
  muster(@Query() { campus }: MusterCampusDto, @Staff() { campusIds, unitIds }: StaffPrincipal): Promise<OfficeMuster> {
    if (campusIds && !campusIds.includes(campus)) throw new DomainError('auth.not-permitted');
    return this.musters.forOffice(campus, unitIds);
  }

  /** The list was printed: names leave the system on paper, which is audited. */
  @Post('muster/prints')
  @HttpCode(204)
  @Permission('dashboard.read')
  async printed(@Body() { campus, people }: MusterPrintDto, @Staff() { campusIds }: StaffPrincipal): Promise<void> {
    if (campusIds && !campusIds.includes(campus)) throw new DomainError('auth.not-permitted');
    await this.commands.execute(new NoteMusterPrinted(campus, people));
  }

  /** Emergency openings of the last month. */
  @Get('emergencies')
  @Permission('incident.read')
  list(@Staff() { campusIds }: StaffPrincipal): Promise<EmergencyView[]> {
    return this.emergencies.ofCampuses(campusIds, true);
  }
}
