import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { type KeptWalkIn, WalkIns } from '../application/walk-ins.js';

@Injectable()
export class SqlWalkIns extends WalkIns {
  constructor(private readonly database: Database) {
    super();
  }

  async withNonce(deviceId: string, nonce: string): Promise<string | null> {
    const row = await this.database.first(
      sql<{ id: string }>`select id from walk_in where device_id = ${deviceId} and nonce = ${nonce}`,
    );
    return row?.id ?? null;
  }

  async keep({ id, campusId, gateId, deviceId, guardId, nonce, visitId }: KeptWalkIn, now: Date): Promise<void> {
    await this.database.run(sql`
      insert into walk_in (id, campus_id, gate_id, device_id, guard_id, nonce, visit_id, asked_at)
      values (${id}, ${campusId}, ${gateId}, ${deviceId}, ${guardId}, ${nonce}, ${visitId}, ${now})
    `);
  }
}
