import { hash, timingSafeEqual } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type DevicePrincipal } from '../../platform/http/access.js';
import { Authenticators } from '../../platform/http/authenticators.js';
import { KnownDevices } from './known-devices.js';

const CREDENTIALS = /^Device ([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\.([\w-]{43})$/;

/**
 * `Authorization: Device <id>.<secret>`. What is known of a device is three seconds old at most; revoking or rolling
 * forgets it at once in this process.
 */
@Injectable()
export class DeviceAuthenticator implements OnModuleInit {
  constructor(
    private readonly devices: KnownDevices,
    private readonly authenticators: Authenticators,
  ) {}

  onModuleInit(): void {
    this.authenticators.register('device', (request) => this.authenticate(request));
  }

  forget(deviceId: string): void {
    this.devices.forget(deviceId);
  }

  private async authenticate({ headers }: FastifyRequest): Promise<DevicePrincipal | null> {
    const [, id, secret] = CREDENTIALS.exec(headers.authorization ?? '') ?? [];
    if (!id || !secret) return null;
    const device = await this.devices.withId(id);
    if (!device) return null;
    const shown = hash('sha256', secret, 'buffer');
    return device.secretHashes.some((known) => timingSafeEqual(shown, known)) ? device.principal : null;
  }
}
