import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type EmergencyView, type OfficeMuster } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { CampusMusterQuery } from '../application/campus-muster.query.js';
import { EmergenciesQuery } from '../application/emergencies.query.js';
import { MusterCampusDto } from './muster.dto.js';

/** Who is on campus, and gates that stood open, as the office sees them. */
@ApiTags('incidents')
@Controller()
export class MusterController {
  constructor(
    private readonly musters: CampusMusterQuery,
    private readonly emergencies: EmergenciesQuery,
  ) {}

  @Get('muster')
  @Permission('dashboard.read')
  muster(@Query() { campus }: MusterCampusDto, @Staff() { campusIds, unitIds }: StaffPrincipal): Promise<OfficeMuster> {
    if (campusIds && !campusIds.includes(campus)) throw new DomainError('auth.not-permitted');
    return this.musters.forOffice(campus, unitIds);
  }

  /** Emergency openings of the last month. */
  @Get('emergencies')
  @Permission('incident.read')
  list(@Staff() { campusIds }: StaffPrincipal): Promise<EmergencyView[]> {
    return this.emergencies.ofCampuses(campusIds, true);
  }
}
