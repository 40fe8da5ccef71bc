import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type LongTermPage } from '@gatehouse/contract';
import { campusInstant } from '../../kernel/campus-time.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { LongTermVisitsQuery } from '../application/long-term-visits.query.js';
import { RenewVisit } from '../application/renew-visit.js';
import { RevokeByOffice } from '../application/revoke-by-office.js';
import { LongTermFilterDto, RenewDto, RevokeTermDto } from './long-term-visits.dto.js';

/** Long-term visits: which run, which end soon, and what the security office does about them. */
@ApiTags('visits')
@Controller('long-term-visits')
export class LongTermVisitsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly visits: LongTermVisitsQuery,
  ) {}

  @Get()
  @Permission('visit.read')
  list(@Query() filter: LongTermFilterDto, @Staff() staff: StaffPrincipal): Promise<LongTermPage> {
    return this.visits.page(filter, staff);
  }

  /** Asks that it go on: approved as the first time, and nothing changes until then. */
  @Post(':id/renewal')
  @HttpCode(204)
  @Permission('approval.decide-any')
  renew(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { lastDay, reason }: RenewDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    return this.commands.execute(new RenewVisit(id, campusInstant(lastDay, '24:00'), reason, memberOf(staff)));
  }

  /** Takes it back. Whoever is inside stays inside. */
  @Post(':id/revocation')
  @HttpCode(204)
  @Permission('approval.decide-any')
  revoke(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: RevokeTermDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    return this.commands.execute(new RevokeByOffice(id, reason, memberOf(staff)));
  }
}

/** Whoever is bound to units does not act for a campus. */
function memberOf({ name, campusIds, unitIds }: StaffPrincipal): { name: string; campusIds: string[] | null } {
  if (unitIds !== null) throw new DomainError('auth.not-permitted');
  return { name, campusIds };
}
