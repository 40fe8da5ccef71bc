import { createHash } from 'node:crypto';
import { type EquipmentFault, type EquipmentVendor } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Heartbeats } from '../../passage/public.js';
import { Database } from '../../platform/database/database.js';
import { RateLimits } from '../../platform/http/rate-limits.js';
import { actAs, currentScope } from '../../platform/scope.js';
import { type KnownEquipment } from '../application/gate-devices.js';
import { isWithin } from '../domain/networks.js';

const strangers = { name: 'equipment-stranger', points: 30, seconds: 600 };
const calls = { name: 'equipment', points: 1800, seconds: 60 };
const SEEN_EVERY_MS = 20_000;

const columns = sql`
  id, campus_id as "campusId", name, vendor, serial, lanes, gate_ids as "gateIds", networks, faces, address,
  login_sealed as "loginSealed", state, abilities, settled_index::float8 as "settledIndex", last_seen_at as "lastSeenAt"`;

/** Knows which device calls, and keeps what devices say of themselves. */
@Injectable()
export class EquipmentRegister {
  constructor(
    private readonly database: Database,
    private readonly limits: RateLimits,
    private readonly heartbeats: Heartbeats,
    private readonly clock: Clock,
  ) {}

  /** By the secret in the address it calls, and by the serial number it says, when it says one. */
  byToken(vendor: EquipmentVendor, token: string, serial: string | null, address: string): Promise<KnownEquipment> {
    const hash = createHash('sha256').update(token).digest();
    return this.proven(sql`token_hash = ${hash} and vendor = ${vendor}`, serial, address);
  }

  /** By serial number and source address: for makes that cannot carry a secret. */
  bySerial(vendor: EquipmentVendor, serial: string, address: string): Promise<KnownEquipment> {
    return this.proven(sql`serial = ${serial} and vendor = ${vendor}`, serial, address);
  }

  /** Null when there is none. */
  withId(id: string): Promise<KnownEquipment | null> {
    return this.one(sql`id = ${id}`);
  }

  openOf(vendor: EquipmentVendor): Promise<KnownEquipment[]> {
    return this.database.rows(
      sql<KnownEquipment>`select ${columns} from equipment where vendor = ${vendor} and state = 'open' order by id`,
    );
  }

  /** Notes that a device lives, a few times a minute at most, and what its clock says when it says that. */
  async seen(device: KnownEquipment, said: Date | null = null): Promise<void> {
    const now = this.clock.now();
    if (device.lastSeenAt && Math.abs(now.getTime() - device.lastSeenAt.getTime()) < SEEN_EVERY_MS) return;
    device.lastSeenAt = now;
    await this.database.run(sql`update equipment set last_seen_at = ${now}, fault = null where id = ${device.id}`);
    await this.heartbeats.record(device, { at: (said ?? now).toISOString() });
  }

  async fault(deviceId: string, fault: EquipmentFault | null): Promise<void> {
    await this.database.run(
      sql`update equipment set fault = ${fault} where id = ${deviceId} and fault is distinct from ${fault}`,
    );
  }

  async noteAbilities(deviceId: string, abilities: Record<string, string>): Promise<void> {
    await this.database.run(
      sql`update equipment set abilities = abilities || ${JSON.stringify(abilities)}::jsonb where id = ${deviceId}`,
    );
  }

  /** Every record up to this number is here: a later catching up begins after it. */
  async settledUpTo(deviceId: string, index: number): Promise<void> {
    await this.database.run(
      sql`update equipment set settled_index = ${index} where id = ${deviceId} and settled_index < ${index}`,
    );
  }

  private async proven(which: RawBuilder<unknown>, serial: string | null, address: string): Promise<KnownEquipment> {
    const found = await this.one(which);
    const isGood = found && (serial === null || found.serial === serial) && isWithin(address, found.networks);
    if (!isGood) {
      await this.limits.spend(strangers, currentScope().address);
      throw new DomainError('auth.device-unknown');
    }
    await this.limits.spend(calls, found.id);
    actAs({ kind: 'device', id: found.id, name: found.name });
    return found;
  }

  private one(which: RawBuilder<unknown>): Promise<KnownEquipment | null> {
    return this.database.first(
      sql<KnownEquipment>`select ${columns} from equipment where ${which} order by state desc, added_at desc limit 1`,
    );
  }
}
