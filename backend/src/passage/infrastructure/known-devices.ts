import { Injectable } from '@nestjs/common';
import { type DeviceProfile } from '@gatehouse/contract';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { type DevicePrincipal } from '../../platform/http/access.js';

const FRESH_MS = 2_000;
const OLDEST_MS = 3_000;
const KEPT_MS = 60_000;

export interface KnownDevice {
  /** the secret's; for a few minutes after an ordered roll also that of the one before */
  secretHashes: Buffer[];
  principal: DevicePrincipal;
}

interface Remembered extends KnownDevice {
  readAt: number;
  askedAt: number;
}

interface Row {
  id: string;
  name: string;
  campus_id: string;
  gate_ids: string[];
  profile: DeviceProfile;
  secret_hash: Buffer;
  previous_hash: Buffer | null;
}

/**
 * The paired devices that ask just now, never more than three seconds old. One reading renews them all, before their time
 * is up: else every device of a busy gate would be read at the same moment, each by itself, with its scan waiting.
 */
@Injectable()
export class KnownDevices {
  private readonly known = new Map<string, Remembered>();
  private readonly learning = new Map<string, Promise<KnownDevice | null>>();
  private renewing: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async withId(id: string): Promise<KnownDevice | null> {
    const now = performance.now();
    const device = this.known.get(id);
    if (!device) return this.learn(id);
    device.askedAt = now;
    const age = now - device.readAt;
    if (age < FRESH_MS) return device;
    this.renewing ??= this.renew().finally(() => (this.renewing = null));
    if (age < OLDEST_MS) {
      this.renewing.catch(() => undefined);
      return device;
    }
    await this.renewing;
    return this.known.get(id) ?? this.learn(id);
  }

  /** What was read of it no longer holds, nor what is being read. */
  forget(id: string): void {
    this.known.delete(id);
    this.learning.delete(id);
  }

  private learn(id: string): Promise<KnownDevice | null> {
    const underWay = this.learning.get(id);
    if (underWay) return underWay;
    const readAt = performance.now();
    const learning = this.read([id])
      .then((devices) => {
        const device = devices.get(id) ?? null;
        // Only devices that exist are kept: strangers must not fill the memory.
        if (device && this.learning.get(id) === learning) this.known.set(id, { ...device, readAt, askedAt: readAt });
        return device;
      })
      .finally(() => {
        if (this.learning.get(id) === learning) this.learning.delete(id);
      });
    this.learning.set(id, learning);
    return learning;
  }

  private async renew(): Promise<void> {
    const readAt = performance.now();
    for (const [id, { askedAt }] of this.known) if (readAt - askedAt > KEPT_MS) this.known.delete(id);
    const before = new Map(this.known);
    const devices = await this.read([...before.keys()]);
    for (const [id, device] of before) {
      if (this.known.get(id) !== device) continue;
      const renewed = devices.get(id);
      if (renewed) this.known.set(id, { ...renewed, readAt, askedAt: device.askedAt });
      else this.known.delete(id);
    }
  }

  private async read(ids: string[]): Promise<Map<string, KnownDevice>> {
    const rows = await this.database.rows(sql<Row>`
      select id, name, campus_id, profile, secret_hash,
        case when previous_until > ${this.clock.now()} then previous_secret_hash end as previous_hash,
        -- A stolen device may only learn that it must forget everything.
        case when wipe_order = 'now' then '{}' else gate_ids end as gate_ids
      from device where id = any(${ids}::uuid[]) and state = 'paired'
    `);
    return new Map(rows.map((row) => [row.id, deviceOf(row)]));
  }
}

function deviceOf({ id, name, profile, campus_id, gate_ids, secret_hash, previous_hash }: Row): KnownDevice {
  const secretHashes = previous_hash ? [secret_hash, previous_hash] : [secret_hash];
  return { secretHashes, principal: { kind: 'device', id, name, campusId: campus_id, gateIds: gate_ids, profile } };
}
