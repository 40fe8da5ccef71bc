import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type TodaysPass } from '@gatehouse/contract';
import { Visitor, VisitorOnly, type VisitorPrincipal } from '../../platform/http/access.js';
import { TodaysPassesQuery } from '../application/todays-passes.query.js';
import { TodaysPassesDto } from './pass.dto.js';

@ApiTags('passes')
@Controller('visitor/todays-passes')
export class TodaysPassesController {
  constructor(private readonly passes: TodaysPassesQuery) {}

  /** For who scanned the poster of a gate: the passes to choose from, or the one to open. */
  @Get()
  @VisitorOnly()
  list(@Query() { campus }: TodaysPassesDto, @Visitor() { mobileIndex }: VisitorPrincipal): Promise<TodaysPass[]> {
    return this.passes.of(mobileIndex, campus);
  }
}
