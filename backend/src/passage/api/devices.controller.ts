import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type DeviceDetail, type DeviceRow, type GateRow, type PairingOffer } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { Permission, Staff, type StaffPrincipal, requireCampus } from '../../platform/http/access.js';
import { Settings } from '../../platform/settings.js';
import { DevicesQuery } from '../application/devices.query.js';
import { DeviceDetailQuery } from '../application/device-detail.query.js';
import { OfferPairing } from '../application/offer-pairing.js';
import { ChangeDevice } from '../application/change-device.js';
import { OrderRoll } from '../application/order-roll.js';
import { OrderWipe } from '../application/order-wipe.js';
import { RevokeDevice } from '../application/revoke-device.js';
import { DeviceAuthenticator } from '../infrastructure/device-authenticator.js';
import { AddDeviceDto, ChangeDeviceDto, RevokeDeviceDto, WipeDeviceDto } from './devices.dto.js';

/** Gates and their devices, in the console. */
@ApiTags('devices')
@Controller()
export class DevicesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly devices: DevicesQuery,
    private readonly details: DeviceDetailQuery,
    private readonly authenticator: DeviceAuthenticator,
    private readonly settings: Settings,
  ) {}

  @Get('gates')
  @Permission('device.read')
  gates(@Staff() { campusIds }: StaffPrincipal): Promise<GateRow[]> {
    return this.devices.gates(campusIds);
  }

  @Get('devices')
  @Permission('device.read')
  list(@Staff() { campusIds }: StaffPrincipal): Promise<DeviceRow[]> {
    return this.devices.devices(campusIds);
  }

  @Get('devices/:id')
  @Permission('device.read')
  one(@Param('id', ParseUUIDPipe) id: string, @Staff() { campusIds }: StaffPrincipal): Promise<DeviceDetail> {
    return this.details.one(id, campusIds);
  }

  /** Adds a device; the offer is shown as a QR for a quarter of an hour. */
  @Post('devices')
  @Permission('device.write')
  async add(
    @Body() { name, campusId, gateIds, profile }: AddDeviceDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<PairingOffer> {
    requireCampus(staff, campusId);
    const offer = await this.commands.execute(new OfferPairing(name, campusId, gateIds, staff.id, profile));
    // The token travels behind the #: browsers send it to nobody, so no proxy and no log sees it.
    const url = `${this.settings.PUBLIC_URL}/guard/#pair=${offer.token}`;
    return { ...offer, url, expiresAt: offer.expiresAt.toISOString() };
  }

  /** Shuts a device out at once. */
  @Post('devices/:id/revocation')
  @HttpCode(204)
  @Permission('device.write')
  async revoke(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: RevokeDeviceDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    if (staff.unitIds !== null) throw new DomainError('auth.not-permitted');
    await this.commands.execute(new RevokeDevice(id, reason, staff.campusIds));
    this.authenticator.forget(id);
  }

  /** What the device may do and how it works; it learns of it at its next heartbeat. */
  @Post('devices/:id/settings')
  @HttpCode(204)
  @Permission('device.write')
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() change: ChangeDeviceDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    if (staff.unitIds !== null) throw new DomainError('auth.not-permitted');
    await this.commands.execute(new ChangeDevice(id, change, staff.campusIds));
    this.authenticator.forget(id);
  }

  /** Has the device fetch a new secret after its next heartbeat; the old one works until then. */
  @Post('devices/:id/roll')
  @HttpCode(204)
  @Permission('device.write')
  async roll(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<void> {
    if (staff.unitIds !== null) throw new DomainError('auth.not-permitted');
    await this.commands.execute(new OrderRoll(id, staff.campusIds));
  }

  /** Tells the device to forget everything; it says itself when that is done. */
  @Post('devices/:id/wipe')
  @HttpCode(204)
  @Permission('device.write')
  async wipe(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason, now }: WipeDeviceDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    if (staff.unitIds !== null) throw new DomainError('auth.not-permitted');
    await this.commands.execute(new OrderWipe(id, reason, now ?? false, staff.campusIds));
    this.authenticator.forget(id);
  }
}
