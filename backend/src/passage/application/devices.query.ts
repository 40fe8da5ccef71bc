import { type DeviceRow, type DeviceSettings, type GateChoice, type GateRow, type Named } from '@gatehouse/contract';
import { PROFILE_ABILITIES } from '@gatehouse/contract/guard-desk';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { habitsOf } from '../domain/device-habits.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { Settings } from '../../platform/settings.js';

interface DeviceSqlRow {
  id: string;
  name: string;
  campus_id: string;
  campus_name: string;
  gates: Named[];
  state: DeviceRow['state'];
  model: string | null;
  last_seen_at: Date | null;
  skew_seconds: number | null;
  profile: DeviceRow['profile'];
  queue_length: number | null;
  battery: number | null;
  bundle_version: number | null;
  wipe_ordered_at: Date | null;
}

interface GateSqlRow extends Omit<GateRow, 'nameEn' | 'address'> {
  name_en: string;
  public_code: string;
}

/** What a device is told of itself when it pairs. */
export interface DeviceSelf {
  name: string;
  campus: Named;
  gates: GateChoice[];
  settings: DeviceSettings;
}

interface SelfSqlRow extends Omit<DeviceSelf, 'settings'> {
  profile: DeviceRow['profile'];
  habits: Partial<DeviceSettings>;
  wipe: DeviceSettings['wipe'];
  roll: boolean;
}

/** Gates and devices as the console and the devices themselves see them. `campusIds` null = all campuses. */
@Injectable()
export class DevicesQuery {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  async devices(campusIds: string[] | null): Promise<DeviceRow[]> {
    const rows = await this.database.rows(sql<DeviceSqlRow>`
      select d.id, d.name, d.campus_id, c.name as campus_name, d.state, d.model, d.last_seen_at, d.skew_seconds,
             d.profile, d.queue_length, d.battery, d.bundle_version,
             case when d.wipe_order is not null then d.wipe_ordered_at end as wipe_ordered_at,
             coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.sort, g.code)
                       from gate g where g.id = any(d.gate_ids)), '[]') as gates
      from device d join campus c on c.id = d.campus_id
      where ${campusIds ? sql`d.campus_id = any(${campusIds}::uuid[])` : sql`true`}
      order by c.sort, c.number, d.name, d.id
    `);
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      campus: { id: row.campus_id, name: row.campus_name },
      gates: row.gates,
      state: row.state,
      model: row.model,
      lastSeenAt: row.last_seen_at?.toISOString() ?? null,
      skewSeconds: row.skew_seconds,
      profile: row.profile,
      queueLength: row.queue_length,
      battery: row.battery,
      bundleVersion: row.bundle_version,
      wipeOrderedAt: row.wipe_ordered_at?.toISOString() ?? null,
    }));
  }

  async gates(campusIds: string[] | null): Promise<GateRow[]> {
    const rows = await this.database.rows(sql<GateSqlRow>`
      select g.id, g.name, g.name_en, g.hint, g.transports, g.public_code,
             jsonb_build_object('id', c.id, 'name', c.name, 'nameEn', c.name_en) as campus
      from gate g join campus c on c.id = g.campus_id
      where ${campusIds ? sql`g.campus_id = any(${campusIds}::uuid[])` : sql`true`}
      order by c.sort, c.number, g.sort, g.code
    `);
    return rows.map(({ name_en, public_code, ...gate }) => ({
      ...gate,
      nameEn: name_en,
      address: `${this.settings.PUBLIC_URL}/visit/g/${public_code}`,
    }));
  }

  async self(deviceId: string): Promise<DeviceSelf> {
    const self = await this.database.first(sql<SelfSqlRow>`
      select d.name, d.profile, d.settings as habits, d.wipe_order as wipe, d.roll_ordered_at is not null as roll,
             jsonb_build_object('id', c.id, 'name', c.name) as campus,
             coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'nameEn', g.name_en) order by g.sort, g.code)
                       from gate g where g.id = any(d.gate_ids)), '[]') as gates
      from device d join campus c on c.id = d.campus_id where d.id = ${deviceId}
    `);
    if (!self) throw new DomainError('device.not-found');
    const { name, campus, gates, profile, habits, wipe, roll } = self;
    const settings = {
      profile,
      abilities: [...PROFILE_ABILITIES[profile]],
      gates,
      ...habitsOf(habits),
      roll,
      wipe,
    };
    return { name, campus, gates, settings };
  }
}
