import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type GateHost, type WalkInView } from '@gatehouse/contract';
import { Hosts } from '../../directory/public.js';
import { Device, DeviceOnly, type DevicePrincipal } from '../../platform/http/access.js';
import { Refuses } from '../../platform/http/described.js';
import { RateLimits } from '../../platform/http/rate-limits.js';
import { AdmitWalkIn } from '../application/admit-walk-in.js';
import { WalkInWatch } from '../application/walk-in-watch.query.js';
import { WalkInsQuery } from '../application/walk-ins.query.js';
import { requireAbility } from './device-abilities.js';
import { FollowDto, HostWordsDto, WalkInDto } from './gate-desk.dto.js';
import { GUARD_HEADER, GuardsOnDuty } from './guards-on-duty.js';

const searches = { name: 'gate-hosts', points: 120, seconds: 600 };
const registrations = { name: 'gate-walk-ins', points: 60, seconds: 600 };

/** Visitors without an application, registered at the gate. Needs a guard on duty (`Gatehouse-Guard`). */
@ApiTags('gate')
@Controller('gate/v1')
export class WalkInsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly walkIns: WalkInsQuery,
    private readonly watch: WalkInWatch,
    private readonly hosts: Hosts,
    private readonly onDuty: GuardsOnDuty,
    private readonly limits: RateLimits,
  ) {}

  /** Hosts of the campus by name (also pinyin or initials) or staff number; eight at the most. */
  @Get('hosts')
  @DeviceOnly()
  @Refuses('device.not-for-this', 'guard.sign-in-needed', 'request.too-many')
  async search(
    @Query() { q }: HostWordsDto,
    @Device() device: DevicePrincipal,
    @Headers(GUARD_HEADER) token?: string,
  ): Promise<GateHost[]> {
    await this.mayRegister(device, token);
    await this.limits.spend(searches, device.id);
    const found = await this.hosts.onCampus(device.campusId, q);
    return found.map(({ id, name, unitId, unitName, number }) => ({
      staffId: id,
      name,
      unitId,
      unitName,
      numberTail: number.slice(-2),
    }));
  }

  /** Registers; the host is asked at once. The same nonce again answers the same walk-in. */
  @Post('walk-ins')
  @HttpCode(200)
  @DeviceOnly()
  @Refuses(
    'device.not-for-this',
    'guard.sign-in-needed',
    'passage.gate-not-yours',
    'visit.host-not-matched',
    'request.too-many',
  )
  async register(
    @Body() input: WalkInDto,
    @Device() device: DevicePrincipal,
    @Headers(GUARD_HEADER) token?: string,
  ): Promise<WalkInView> {
    const guard = await this.mayRegister(device, token);
    await this.limits.spend(registrations, device.id);
    const id = await this.commands.execute(new AdmitWalkIn(device, guard.id, input));
    return this.walkIns.one(id, device.id);
  }

  @Get('walk-ins')
  @DeviceOnly()
  list(@Device() device: DevicePrincipal): Promise<WalkInView[]> {
    requireAbility(device, 'walk-in');
    return this.walkIns.ofDevice(device.id);
  }

  /** Waits up to `wait` seconds for another state than the one known. Ask again at once: the guard sees the answer live. */
  @Get('walk-ins/:id')
  @DeviceOnly()
  @Refuses('device.not-for-this', 'walk-in.not-found')
  async follow(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { known, wait = 0 }: FollowDto,
    @Device() device: DevicePrincipal,
  ): Promise<WalkInView> {
    requireAbility(device, 'walk-in');
    const view = await this.walkIns.one(id, device.id);
    if (view.state !== known || wait === 0) return view;
    await this.watch.changeOf(id, view.state, wait * 1000);
    return this.walkIns.one(id, device.id);
  }

  private mayRegister(device: DevicePrincipal, token: string | undefined) {
    requireAbility(device, 'walk-in');
    return this.onDuty.needed(token, device);
  }
}
