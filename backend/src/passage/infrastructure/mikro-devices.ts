import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { Devices, DeviceSecrets } from '../application/devices.js';
import { type Device } from '../domain/device.js';
import { DeviceSchema } from './device.schema.js';

@Injectable()
export class MikroDevices extends Devices {
  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
    private readonly secrets: DeviceSecrets,
  ) {
    super();
  }

  add(device: Device): void {
    this.em.persist(device);
  }

  async withId(id: string): Promise<Device> {
    const device = await this.em.findOne(DeviceSchema, { id });
    if (!device) throw new DomainError('device.not-found');
    return device;
  }

  async offered(token: string): Promise<Device> {
    const row = await this.database.first(sql<{ id: string }>`
      select id from device where pairing_hash = ${this.secrets.hash(token)} for update
    `);
    if (!row) throw new DomainError('auth.pairing-token-invalid');
    return this.withId(row.id);
  }

  async checkGates(campusId: string, gateIds: string[]): Promise<void> {
    const found = await this.database.first(sql<{ gates: number }>`
      select count(*)::int as gates from gate where campus_id = ${campusId} and id = any(${gateIds}::uuid[])
    `);
    if (found?.gates === gateIds.length) return;
    throw new DomainError('request.invalid', {}, [{ path: 'gateIds', code: 'device.gate-unknown' }]);
  }
}
