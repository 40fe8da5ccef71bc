import { hash, timingSafeEqual } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type DeviceProfile } from '@gatehouse/contract';
import { type FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { type DevicePrincipal } from '../../platform/http/access.js';
import { Authenticators } from '../../platform/http/authenticators.js';

const FRESH_MS = 3_000;
const CREDENTIALS = /^Device ([0-9a-f-]{36})\.([\w-]{43})$/;

interface KnownDevice {
  /** the secret's; for a few minutes after an ordered roll also that of the one before */
  secretHashes: Buffer[];
  principal: DevicePrincipal;
  readAt: number;
}

/**
 * `Authorization: Device <id>.<secret>`. A device is looked up every three seconds at most; revoking or rolling forgets
 * it at once in this process.
 */
@Injectable()
export class DeviceAuthenticator implements OnModuleInit {
  private readonly known = new Map<string, Promise<KnownDevice | null>>();

  constructor(
    private readonly database: Database,
    private readonly authenticators: Authenticators,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.authenticators.register('device', (request) => this.authenticate(request));
  }

  forget(deviceId: string): void {
    this.known.delete(deviceId);
  }

  private async authenticate({ headers }: FastifyRequest): Promise<DevicePrincipal | null> {
    const [, id, secret] = CREDENTIALS.exec(headers.authorization ?? '') ?? [];
    if (!id || !secret) return null;
    const device = await this.fresh(id);
    if (!device) return null;
    const shown = hash('sha256', secret, 'buffer');
    return device.secretHashes.some((known) => timingSafeEqual(shown, known)) ? device.principal : null;
  }

  private async fresh(id: string): Promise<KnownDevice | null> {
    const known = await this.known.get(id);
    if (known && performance.now() - known.readAt < FRESH_MS) return known;
    const reading = this.read(id);
    this.known.set(id, reading);
    // Only devices that exist are kept: strangers must not fill the memory.
    const device = await reading.catch((error: unknown) => {
      this.known.delete(id);
      throw error;
    });
    if (!device && this.known.get(id) === reading) this.known.delete(id);
    return device;
  }

  private async read(id: string): Promise<KnownDevice | null> {
    const readAt = performance.now();
    const row = await this.database.first(sql<{
      name: string;
      campus_id: string;
      gate_ids: string[];
      profile: DeviceProfile;
      secret_hash: Buffer;
      previous_hash: Buffer | null;
    }>`
      select name, campus_id, profile, secret_hash,
        case when previous_until > ${this.clock.now()} then previous_secret_hash end as previous_hash,
        -- A stolen device may only learn that it must forget everything.
        case when wipe_order = 'now' then '{}' else gate_ids end as gate_ids
      from device where id = ${id} and state = 'paired'
    `);
    if (!row) return null;
    const { name, profile, campus_id: campusId, gate_ids: gateIds, secret_hash, previous_hash } = row;
    const secretHashes = previous_hash ? [secret_hash, previous_hash] : [secret_hash];
    return { secretHashes, principal: { kind: 'device', id, name, campusId, gateIds, profile }, readAt };
  }
}
