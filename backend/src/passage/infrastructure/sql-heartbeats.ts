import { type HeartbeatAnswer, type HeartbeatInput } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { Heartbeats } from '../application/heartbeats.js';
import { GateFacts } from './gate-facts.js';
import { skewSeconds } from './device-clock.js';

@Injectable()
export class SqlHeartbeats extends Heartbeats {
  constructor(
    private readonly database: Database,
    private readonly gates: GateFacts,
    private readonly clock: Clock,
  ) {
    super();
  }

  async record(
    { id, campusId, gateIds }: { id: string; campusId: string; gateIds: string[] },
    { at, appVersion, battery, queueLength }: HeartbeatInput,
  ): Promise<HeartbeatAnswer> {
    const now = this.clock.now();
    const skew = skewSeconds(new Date(at), now);
    const [inside] = await this.database.rows(sql<{ inside: number }>`
      with seen as (
        update device set last_seen_at = ${now}, skew_seconds = ${skew}, app_version = coalesce(${appVersion ?? null}, app_version),
          battery = ${battery ?? null}, queue_length = ${queueLength ?? null}
        where id = ${id}
      )
      select count(*)::int as inside from presence where campus_id = ${campusId} and state = 'inside'
    `);
    const known = await this.gates.all();
    const gates = gateIds
      .flatMap((gateId) => known.get(gateId) ?? [])
      .map(({ id: gate, name, nameEn }) => ({ id: gate, name, nameEn }));
    return { now: now.toISOString(), skewSeconds: skew, inside: inside?.inside ?? 0, gates };
  }
}
