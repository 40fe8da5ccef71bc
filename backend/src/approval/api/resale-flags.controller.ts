import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type ResaleReport } from '@gatehouse/contract';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { currentScope } from '../../platform/scope.js';
import { ResaleFlagsQuery } from '../application/resale-flags.query.js';

/** Signs that passes may be resold, among the visits of one's scope. */
@ApiTags('standing')
@Controller('resale-flags')
@Permission('standing.read')
export class ResaleFlagsController {
  constructor(private readonly flags: ResaleFlagsQuery) {}

  @Get()
  report(@Staff() staff: StaffPrincipal): Promise<ResaleReport> {
    return this.flags.report(staff, currentScope().locale);
  }
}
