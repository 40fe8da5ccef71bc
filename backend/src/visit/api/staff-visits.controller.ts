import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type CountedPage, type StaffVisit, type VisitRow } from '@gatehouse/contract';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { StaffVisitsQuery } from '../application/staff-visits.query.js';
import { VisitFilterDto } from './visit.dto.js';

@ApiTags('visits')
@Controller('visits')
export class StaffVisitsController {
  constructor(private readonly visits: StaffVisitsQuery) {}

  @Get()
  @Permission('visit.read')
  list(@Query() filter: VisitFilterDto, @Staff() staff: StaffPrincipal): Promise<CountedPage<VisitRow>> {
    return this.visits.page(filter, staff);
  }

  @Get(':id')
  @Permission('visit.read')
  one(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<StaffVisit> {
    return this.visits.detail(id, staff);
  }
}
