import { type HeartbeatAnswer, type HeartbeatInput } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { Heartbeats } from '../application/heartbeats.js';
import { DevicesQuery } from '../application/devices.query.js';
import { GateBundle } from '../application/gate-bundle.js';
import { skewSeconds } from './device-clock.js';

@Injectable()
export class SqlHeartbeats extends Heartbeats {
  constructor(
    private readonly database: Database,
    private readonly devices: DevicesQuery,
    private readonly bundle: GateBundle,
    private readonly clock: Clock,
  ) {
    super();
  }

  async record(
    { id, campusId }: { id: string; campusId: string },
    { at, appVersion, battery, queueLength, bundleVersion }: HeartbeatInput,
  ): Promise<HeartbeatAnswer> {
    const now = this.clock.now();
    const skew = skewSeconds(new Date(at), now);
    const [inside] = await this.database.rows(sql<{ inside: number }>`
      with seen as (
        update device set last_seen_at = ${now}, skew_seconds = ${skew}, app_version = coalesce(${appVersion ?? null}, app_version),
          battery = ${battery ?? null}, queue_length = ${queueLength ?? null}, bundle_version = coalesce(${bundleVersion ?? null}, bundle_version)
        where id = ${id}
      )
      select count(*)::int as inside from presence where campus_id = ${campusId} and state = 'inside'
    `);
    const [{ settings }, newest] = [await this.devices.self(id), await this.bundle.version(campusId)];
    return {
      now: now.toISOString(),
      skewSeconds: skew,
      inside: inside?.inside ?? 0,
      gates: settings.gates,
      settings,
      bundleVersion: newest,
    };
  }
}
