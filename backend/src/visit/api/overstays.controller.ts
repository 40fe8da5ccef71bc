import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type OverstayBoard } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { ChaseStay } from '../application/chase-stay.js';
import { NoteDeparture } from '../application/note-departure.js';
import { OverstaysQuery } from '../application/overstays.query.js';
import { ProlongStay } from '../application/prolong-stay.js';
import { OfficeDepartureDto, OverstayFilterDto, ProlongDto } from './overstays.dto.js';

/** Who stays longer than agreed, and what the security office does about it. */
@ApiTags('visits')
@Controller('overstays')
export class OverstaysController {
  constructor(
    private readonly commands: CommandBus,
    private readonly overstays: OverstaysQuery,
  ) {}

  @Get()
  @Permission('visit.read')
  board(@Query() filter: OverstayFilterDto, @Staff() staff: StaffPrincipal): Promise<OverstayBoard> {
    return this.overstays.board(filter, staff);
  }

  /** Asks the host by message whether they are still there, once in ten minutes. */
  @Post(':id/question')
  @HttpCode(204)
  @Permission('approval.decide-any')
  ask(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<void> {
    return this.commands.execute(new ChaseStay(id, memberOf(staff)));
  }

  /** A later end; also for a visit that ended a moment ago. */
  @Post(':id/period')
  @HttpCode(204)
  @Permission('approval.decide-any')
  prolong(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { until, reason }: ProlongDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    return this.commands.execute(new ProlongStay(id, new Date(until), reason, memberOf(staff)));
  }

  /** The office found out that they left: its word, never an exit. */
  @Post(':id/departure')
  @HttpCode(204)
  @Permission('approval.decide-any')
  left(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { people, reason }: OfficeDepartureDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    return this.commands.execute(new NoteDeparture(id, people ?? null, reason, memberOf(staff)));
  }
}

/** Whoever is bound to units does not act for a campus. */
function memberOf({ name, campusIds, unitIds }: StaffPrincipal): { name: string; campusIds: string[] | null } {
  if (unitIds !== null) throw new DomainError('auth.not-permitted');
  return { name, campusIds };
}
