import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type HoldRow } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { HoldsQuery } from '../application/holds.query.js';
import { type Holder, PlaceHold } from '../application/place-hold.js';
import { ReleaseHold } from '../application/release-hold.js';
import { HoldFilterDto, PlaceHoldDto, ReleaseHoldDto } from './retention.dto.js';

/** What is kept beyond its time, by whose word and why. */
@ApiTags('retention')
@Controller('holds')
export class HoldsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly holds: HoldsQuery,
  ) {}

  @Get()
  @Permission('hold.read')
  list(@Query() { state }: HoldFilterDto, @Staff() { campusIds }: StaffPrincipal): Promise<HoldRow[]> {
    return this.holds.rows(state, campusIds);
  }

  @Post()
  @Permission('hold.write')
  async place(@Body() input: PlaceHoldDto, @Staff() staff: StaffPrincipal): Promise<{ id: string }> {
    return { id: await this.commands.execute(new PlaceHold(input, holderOf(staff))) };
  }

  @Post(':id/release')
  @HttpCode(204)
  @Permission('hold.write')
  release(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReleaseHoldDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    return this.commands.execute(new ReleaseHold(id, reason, holderOf(staff)));
  }
}

/** Holds act for whole campuses: whoever is bound to a unit must not place any. */
function holderOf({ name, campusIds, unitIds }: StaffPrincipal): Holder {
  if (unitIds !== null) throw new DomainError('auth.not-permitted');
  return { name, campusIds };
}
