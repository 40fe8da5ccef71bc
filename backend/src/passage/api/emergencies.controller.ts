import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type EmergencyView, type HandOverSheet, type Muster } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { Device, DeviceOnly, type DevicePrincipal } from '../../platform/http/access.js';
import { Refuses } from '../../platform/http/described.js';
import { CampusMusterQuery } from '../application/campus-muster.query.js';
import { EmergenciesQuery } from '../application/emergencies.query.js';
import { EndEmergency } from '../application/end-emergency.js';
import { EnterPaper } from '../application/enter-paper.js';
import { HandOverQuery } from '../application/hand-over.query.js';
import { OpenEmergency } from '../application/open-emergency.js';
import { requireAbility } from './device-abilities.js';
import { BackEntryDto, EndEmergencyDto, HandOverDto, OpenEmergencyDto } from './gate-desk.dto.js';
import { GUARD_HEADER, GuardsOnDuty } from './guards-on-duty.js';

/** When rules do not help: a gate opened by hand, the muster list, and the sheet for the next shift. */
@ApiTags('gate')
@Controller('gate/v1')
export class EmergenciesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly emergencies: EmergenciesQuery,
    private readonly musters: CampusMusterQuery,
    private readonly sheets: HandOverQuery,
    private readonly onDuty: GuardsOnDuty,
    private readonly clock: Clock,
  ) {}

  /** Opens a gate without verdicts, with a reason and two names. The same nonce again answers the same emergency. */
  @Post('emergencies')
  @HttpCode(200)
  @DeviceOnly()
  @Refuses('device.not-for-this', 'guard.sign-in-needed', 'emergency.same-name', 'passage.gate-not-yours')
  async open(
    @Body() input: OpenEmergencyDto,
    @Device() device: DevicePrincipal,
    @Headers(GUARD_HEADER) token?: string,
  ): Promise<EmergencyView> {
    requireAbility(device, 'emergency');
    const guard = await this.onDuty.needed(token, device);
    return this.emergencies.one(await this.commands.execute(new OpenEmergency(device, guard, input)));
  }

  /** Those of the campus that are open or owe entries. */
  @Get('emergencies')
  @DeviceOnly()
  list(@Device() device: DevicePrincipal): Promise<EmergencyView[]> {
    requireAbility(device, 'emergency');
    return this.emergencies.ofCampuses([device.campusId], false);
  }

  /** The gate is closed again; the papers must now be entered within eight hours. */
  @Post('emergencies/:id/end')
  @HttpCode(200)
  @DeviceOnly()
  @Refuses('device.not-for-this', 'guard.sign-in-needed', 'emergency.not-found', 'emergency.ended')
  async end(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: EndEmergencyDto,
    @Device() device: DevicePrincipal,
    @Headers(GUARD_HEADER) token?: string,
  ): Promise<EmergencyView> {
    requireAbility(device, 'emergency');
    const { name } = await this.onDuty.needed(token, device);
    await this.commands.execute(new EndEmergency(id, device.campusId, name, input));
    return this.emergencies.one(id);
  }

  /** One person let through on paper. The same paper and direction again changes nothing. */
  @Post('emergencies/:id/entries')
  @HttpCode(200)
  @DeviceOnly()
  @Refuses('device.not-for-this', 'guard.sign-in-needed', 'emergency.not-found', 'emergency.paper-unknown')
  async enter(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() entry: BackEntryDto,
    @Device() device: DevicePrincipal,
    @Headers(GUARD_HEADER) token?: string,
  ): Promise<EmergencyView> {
    requireAbility(device, 'emergency');
    await this.onDuty.needed(token, device);
    await this.commands.execute(new EnterPaper(device, id, entry));
    return this.emergencies.one(id);
  }

  /** Who is on campus, with confidence and last evidence. */
  @Get('muster')
  @DeviceOnly()
  @Refuses('device.not-for-this', 'guard.sign-in-needed')
  async muster(@Device() device: DevicePrincipal, @Headers(GUARD_HEADER) token?: string): Promise<Muster> {
    requireAbility(device, 'muster');
    await this.onDuty.needed(token, device);
    return this.musters.of(device.campusId);
  }

  /** The sheet for the next shift at this device's gates; without `from` since the guard signed in. */
  @Get('hand-over')
  @DeviceOnly()
  @Refuses('device.not-for-this', 'guard.sign-in-needed')
  async handOver(
    @Query() { from, until }: HandOverDto,
    @Device() device: DevicePrincipal,
    @Headers(GUARD_HEADER) token?: string,
  ): Promise<HandOverSheet> {
    requireAbility(device, 'hand-over');
    const guard = await this.onDuty.needed(token, device);
    const { campusId, gateIds } = device;
    const end = until ? new Date(until) : this.clock.now();
    return this.sheets.of({ campusId, gateIds, from: from ? new Date(from) : guard.beganAt, until: end });
  }
}
