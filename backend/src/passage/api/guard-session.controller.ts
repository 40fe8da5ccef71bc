import { Body, Controller, Delete, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { type AnnulmentAnswer, type GuardSession } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { Device, DeviceOnly, type DevicePrincipal } from '../../platform/http/access.js';
import { Example, Refuses } from '../../platform/http/described.js';
import { RateLimits } from '../../platform/http/rate-limits.js';
import { AnnulPassage } from '../application/annul-passage.js';
import { GuardSessions } from '../application/guards.js';
import { SignInGuard } from '../application/sign-in-guard.js';
import { requireAbility, requireTrusted } from './device-abilities.js';
import { GUARD_HEADER, GuardsOnDuty } from './guards-on-duty.js';
import { annulmentExample } from './gate-examples.js';
import { AnnulPassageDto, GuardSignInDto } from './guards.dto.js';

const pins = { name: 'guard-pin', points: 5, seconds: 900 };
const device15 = { name: 'guard-pin-device', points: 30, seconds: 900 };

/** Guards on top of the device. */
@ApiTags('gate')
@Controller('gate/v1')
export class GuardSessionController {
  constructor(
    private readonly commands: CommandBus,
    private readonly sessions: GuardSessions,
    private readonly onDuty: GuardsOnDuty,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** Begins a shift; the one before it on this device ends. Five wrong tries per number in a quarter of an hour. */
  @Post('guard/session')
  @HttpCode(200)
  @DeviceOnly()
  @Refuses('guard.not-recognised', 'guard.too-many-tries', 'device.not-for-this')
  async signIn(@Body() { number, pin }: GuardSignInDto, @Device() device: DevicePrincipal): Promise<GuardSession> {
    requireTrusted(device);
    await this.limits.spend(device15, device.id, 'guard.too-many-tries');
    const who = `${device.campusId}|${number}`;
    await this.limits.spend(pins, who, 'guard.too-many-tries');
    const session = await this.commands.execute(new SignInGuard(device, number, pin));
    await Promise.all([this.limits.giveBack(device15, device.id), this.limits.giveBack(pins, who)]);
    return session;
  }

  /** Ends the shift. The device must forget its muster keys. */
  @Delete('guard/session')
  @HttpCode(204)
  @DeviceOnly()
  signOut(@Device() { id }: DevicePrincipal): Promise<void> {
    return this.sessions.end(id, this.clock.now());
  }

  /**
   * Nobody passed after all. The device that admitted, within 15 minutes by its own clock (`at`); later, or what another
   * device of the campus admitted, only with a supervisor signed in on a device with profile `supervisor`.
   */
  @Post('passages/:id/annulment')
  @HttpCode(200)
  @DeviceOnly()
  @Refuses('passage.not-found', 'passage.not-admitted', 'passage.annulment-too-late', 'device.not-for-this')
  @Example(annulmentExample)
  @ApiHeader({ name: GUARD_HEADER, required: false, description: 'token of the guard on duty' })
  async annul(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason, at, by }: AnnulPassageDto,
    @Device() device: DevicePrincipal,
    @Headers(GUARD_HEADER) token?: string,
  ): Promise<AnnulmentAnswer> {
    requireAbility(device, 'annul');
    const guard = await this.onDuty.perhaps(token, device);
    const isSupervisor = guard?.role === 'supervisor' && device.profile === 'supervisor';
    const who = { name: guard?.name ?? by, deviceId: device.id, isSupervisor, at: new Date(at) };
    const { duplicate } = await this.commands.execute(new AnnulPassage(id, [device.campusId], who, reason));
    return { passage: id, outcome: 'annulled', duplicate };
  }
}
