import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type SignedBundle } from '@gatehouse/contract';
import { Device, DeviceOnly, type DevicePrincipal } from '../../platform/http/access.js';
import { Refuses } from '../../platform/http/described.js';
import { RateLimits } from '../../platform/http/rate-limits.js';
import { GateBundleQuery } from '../application/gate-bundle.query.js';
import { requireTrusted } from './device-abilities.js';
import { BundleSinceDto } from './gate-offline.dto.js';

/** A device asks twice a minute; who asks for the whole all the time is broken. */
const bundles = { name: 'gate-bundle', points: 120, seconds: 600 };

/** What a gate carries for the time without network. */
@ApiTags('gate')
@Controller('gate/v1/bundle')
export class GateBundleController {
  constructor(
    private readonly bundle: GateBundleQuery,
    private readonly limits: RateLimits,
  ) {}

  /**
   * The signed bundle of the device's campus: a delta when `since` is a version the server still knows, else the whole.
   * The answer is never older than two seconds.
   */
  @Get()
  @DeviceOnly()
  @Refuses('device.not-for-this', 'request.too-many')
  async get(@Query() { since }: BundleSinceDto, @Device() device: DevicePrincipal): Promise<SignedBundle> {
    requireTrusted(device);
    const { id, campusId } = device;
    await this.limits.spend(bundles, id);
    return this.bundle.of(campusId, since ?? null);
  }
}
