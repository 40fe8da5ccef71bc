import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type UnitInfo } from '@gatehouse/contract';
import { Public } from '../../platform/http/access.js';
import { currentScope } from '../../platform/scope.js';
import { UnitsQuery } from '../application/units.query.js';
import { UnitFilterDto } from './directory.dto.js';

@ApiTags('directory')
@Controller('units')
export class UnitsController {
  constructor(private readonly units: UnitsQuery) {}

  /** Units, of one campus or matching what was typed. */
  @Get()
  @Public()
  list(@Query() filter: UnitFilterDto): Promise<UnitInfo[]> {
    return this.units.list(filter, currentScope().locale);
  }
}
