import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type BundleKey, type DeviceIdentity, type DeviceSettings, type HeartbeatAnswer } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { Device, DeviceOnly, type DevicePrincipal, Public } from '../../platform/http/access.js';
import { Refuses } from '../../platform/http/described.js';
import { RateLimits } from '../../platform/http/rate-limits.js';
import { currentScope } from '../../platform/scope.js';
import { BundleSigner } from '../application/bundle-signer.js';
import { DevicesQuery } from '../application/devices.query.js';
import { Heartbeats } from '../application/heartbeats.js';
import { NoteWiped } from '../application/note-wiped.js';
import { PairDevice, type PairedDevice } from '../application/pair-device.js';
import { PassIssuer } from '../application/pass-issuer.js';
import { RollDeviceSecret } from '../application/roll-device-secret.js';
import { DeviceAuthenticator } from '../infrastructure/device-authenticator.js';
import { HeartbeatDto, InitializeDto } from './gate.dto.js';

const pairing = { name: 'device-pairing', points: 20, seconds: 600 };

/** A gate device about itself. */
@ApiTags('gate')
@Controller('gate/v1/devices')
export class GateDevicesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly devices: DevicesQuery,
    private readonly issuer: PassIssuer,
    private readonly signer: BundleSigner,
    private readonly heartbeats: Heartbeats,
    private readonly authenticator: DeviceAuthenticator,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** Uses a pairing token up: answers the secret, once, and what the device must know. */
  @Post('initialize')
  @HttpCode(200)
  @Public()
  @Refuses('auth.pairing-token-invalid', 'request.too-many')
  async initialize(@Body() { token, model }: InitializeDto): Promise<DeviceIdentity> {
    await this.limits.spend(pairing, currentScope().address);
    return this.identity(await this.commands.execute(new PairDevice(token, model ?? null)));
  }

  /** A new secret in place of the old one. */
  @Post('roll')
  @HttpCode(200)
  @DeviceOnly()
  async roll(@Device() { id: deviceId }: DevicePrincipal): Promise<DeviceIdentity> {
    const secret = await this.commands.execute(new RollDeviceSecret(deviceId));
    this.authenticator.forget(deviceId);
    return this.identity({ deviceId, secret });
  }

  /** The device lives; answers how far its clock is off and how many visitors are inside. */
  @Post('heartbeat')
  @HttpCode(200)
  @DeviceOnly()
  beat(@Body() beat: HeartbeatDto, @Device() device: DevicePrincipal): Promise<HeartbeatAnswer> {
    return this.heartbeats.record(device, beat);
  }

  /** What the device may do and how it shall work; the same comes with every heartbeat. */
  @Get('settings')
  @DeviceOnly()
  async settings(@Device() { id }: DevicePrincipal): Promise<DeviceSettings> {
    return (await this.devices.self(id)).settings;
  }

  /** The device has forgotten everything, as it was ordered. Its secret is worth nothing from now on. */
  @Post('wiped')
  @HttpCode(204)
  @DeviceOnly()
  @Refuses('device.no-wipe-ordered')
  async wiped(@Device() { id }: DevicePrincipal): Promise<void> {
    await this.commands.execute(new NoteWiped(id));
    this.authenticator.forget(id);
  }

  private async identity(paired: PairedDevice): Promise<DeviceIdentity> {
    const self = await this.devices.self(paired.deviceId);
    const issuerKeys = listed(await this.issuer.publicKeys());
    const bundleKeys = listed(await this.signer.publicKeys());
    return { ...paired, ...self, issuerKeys, bundleKeys, now: this.clock.now().toISOString() };
  }
}

const listed = (keys: Map<number, Uint8Array>): BundleKey[] =>
  [...keys].map(([id, key]) => ({ id, publicKey: Buffer.from(key).toString('base64url') }));
