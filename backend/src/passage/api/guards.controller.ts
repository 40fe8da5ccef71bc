import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type GuardPin, type GuardRow } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { Permission, requireCampus, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { EndGuard } from '../application/end-guard.js';
import { GuardsQuery } from '../application/guards.query.js';
import { AddGuard } from '../application/add-guard.js';
import { PlaceGuard } from '../application/place-guard.js';
import { RenewGuardPin } from '../application/renew-guard-pin.js';
import { SuspendGuard } from '../application/suspend-guard.js';
import { AddGuardDto, PlaceGuardDto, SuspendGuardDto } from './guards.dto.js';

/** Guards, in the console. PINs are shown once. */
@ApiTags('devices')
@Controller('guards')
export class GuardsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly guards: GuardsQuery,
  ) {}

  @Get()
  @Permission('device.read')
  list(@Staff() { campusIds }: StaffPrincipal): Promise<GuardRow[]> {
    return this.guards.all(campusIds);
  }

  @Post()
  @Permission('device.write')
  add(@Body() guard: AddGuardDto, @Staff() staff: StaffPrincipal): Promise<GuardPin> {
    requireCampus(staff, guard.campusId);
    return this.commands.execute(new AddGuard(guard, staff.id));
  }

  @Post(':id/pin')
  @HttpCode(200)
  @Permission('device.write')
  renew(@Param('id', ParseUUIDPipe) id: string, @Staff() { campusIds, unitIds }: StaffPrincipal): Promise<GuardPin> {
    if (unitIds !== null) throw new DomainError('auth.not-permitted');
    return this.commands.execute(new RenewGuardPin(id, campusIds));
  }

  @Post(':id/end')
  @HttpCode(204)
  @Permission('device.write')
  async end(@Param('id', ParseUUIDPipe) id: string, @Staff() { campusIds, unitIds }: StaffPrincipal): Promise<void> {
    if (unitIds !== null) throw new DomainError('auth.not-permitted');
    await this.commands.execute(new EndGuard(id, campusIds));
  }

  /** He may not work until he is let back; his shift ends at once. */
  @Post(':id/suspension')
  @HttpCode(204)
  @Permission('device.write')
  async suspend(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: SuspendGuardDto,
    @Staff() { campusIds, unitIds }: StaffPrincipal,
  ): Promise<void> {
    if (unitIds !== null) throw new DomainError('auth.not-permitted');
    await this.commands.execute(new SuspendGuard(id, reason, campusIds));
  }

  @Delete(':id/suspension')
  @HttpCode(204)
  @Permission('device.write')
  async resume(@Param('id', ParseUUIDPipe) id: string, @Staff() { campusIds, unitIds }: StaffPrincipal): Promise<void> {
    if (unitIds !== null) throw new DomainError('auth.not-permitted');
    await this.commands.execute(new SuspendGuard(id, null, campusIds));
  }

  /** At which gates he works. */
  @Post(':id/gates')
  @HttpCode(204)
  @Permission('device.write')
  async place(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { gateIds }: PlaceGuardDto,
    @Staff() { campusIds, unitIds }: StaffPrincipal,
  ): Promise<void> {
    if (unitIds !== null) throw new DomainError('auth.not-permitted');
    await this.commands.execute(new PlaceGuard(id, gateIds, campusIds));
  }
}
