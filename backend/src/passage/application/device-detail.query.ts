import { type DeviceDetail, type DeviceRow } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { type DeviceHabits } from '../domain/device.js';
import { habitsOf } from '../domain/device-habits.js';
import { DevicesQuery } from './devices.query.js';

interface DetailSqlRow {
  campus_id: string;
  settings: DeviceHabits;
  app_version: string | null;
  paired_at: Date | null;
  wipe_order: 'after-upload' | 'now' | null;
  wipe_ordered_at: Date | null;
  wiped_at: Date | null;
  revoked_at: Date | null;
  revoke_reason: string | null;
  roll_ordered_at: Date | null;
  newest: { version: number; madeAt: string } | null;
  guard: { name: string; since: string } | null;
}

const text = (at: Date | null): string | null => at?.toISOString() ?? null;

/** One device with everything the office may want to know of it. */
@Injectable()
export class DeviceDetailQuery {
  constructor(
    private readonly database: Database,
    private readonly devices: DevicesQuery,
    private readonly clock: Clock,
  ) {}

  /** `campusIds` null = all campuses. */
  async one(id: string, campusIds: string[] | null): Promise<DeviceDetail> {
    const row = (await this.devices.devices(campusIds)).find((device) => device.id === id);
    if (!row) throw new DomainError('device.not-found');
    return { ...row, ...(await this.more(row)) };
  }

  private async more({ id }: DeviceRow): Promise<Omit<DeviceDetail, keyof DeviceRow>> {
    const row = await this.database.first(sql<DetailSqlRow>`
      select d.campus_id, d.settings, d.app_version, d.paired_at, d.wipe_order, d.wipe_ordered_at, d.wiped_at, d.revoked_at,
             d.revoke_reason, d.roll_ordered_at,
             (select jsonb_build_object('version', b.version, 'madeAt', b.published_at) from gate_bundle b where b.campus_id = d.campus_id) as newest,
             (select jsonb_build_object('name', g.name, 'since', s.began_at) from guard_session s join guard g on g.id = s.guard_id
              where s.device_id = d.id and s.ended_at is null and s.expires_at > ${this.clock.now()}
              order by s.began_at desc limit 1) as guard
      from device d where d.id = ${id}
    `);
    if (!row) throw new DomainError('device.not-found');
    const { newest, guard, wipe_ordered_at, revoked_at } = row;
    const reason = row.revoke_reason ?? '';
    return {
      ...habitsOf(row.settings),
      appVersion: row.app_version,
      pairedAt: text(row.paired_at),
      newestBundle: newest && { ...newest, madeAt: new Date(newest.madeAt).toISOString() },
      wipe: wipe_ordered_at && {
        kind: row.wipe_order,
        reason,
        orderedAt: wipe_ordered_at.toISOString(),
        doneAt: text(row.wiped_at),
      },
      rollOrderedAt: text(row.roll_ordered_at),
      revoked: revoked_at && { at: revoked_at.toISOString(), reason },
      guard: guard && { ...guard, since: new Date(guard.since).toISOString() },
    };
  }
}
