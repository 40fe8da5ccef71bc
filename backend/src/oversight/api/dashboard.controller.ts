import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Dashboard } from '@gatehouse/contract';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { DashboardQuery } from '../application/dashboard.query.js';
import { DashboardQueryDto } from './dashboard.dto.js';

@ApiTags('dashboard')
@Controller('dashboard')
export class DashboardController {
  constructor(private readonly dashboard: DashboardQuery) {}

  /** Today's numbers, yesterday's beside them. */
  @Get()
  @Permission('dashboard.read')
  today(@Query() { campus }: DashboardQueryDto, @Staff() staff: StaffPrincipal): Promise<Dashboard> {
    return this.dashboard.of(campus, staff);
  }
}
