import { type EquipmentRow, type PersonOnDevice, type PersonOnDeviceState } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';

interface PersonSqlRow {
  id: string;
  person_name: string;
  visit_number: string;
  number: number;
  valid_until: Date;
  wanted: 'held' | 'gone';
  state: 'waiting' | 'sent' | 'done' | 'failed';
  fault: PersonOnDevice['fault'];
  attempts: number;
  changed_at: Date;
}

const MOST_PEOPLE = 500;

/** Devices of other makers and who is on them, for the console. `campusIds` null = all campuses. */
@Injectable()
export class EquipmentQuery {
  constructor(private readonly database: Database) {}

  async all(campusIds: string[] | null): Promise<EquipmentRow[]> {
    const rows = await this.database.rows(sql<Omit<EquipmentRow, 'lastSeenAt'> & { seen: Date | null }>`
      select e.id, e.name, e.vendor, e.serial, e.networks, e.faces, e.address, e.state, e.last_seen_at as seen, e.fault,
             jsonb_build_object('id', c.id, 'name', c.name) as campus,
             (select coalesce(jsonb_agg(lane - 'gateId' || jsonb_build_object('gate',
                       jsonb_build_object('id', g.gate_id, 'name', g.name)) order by (lane ->> 'door')::int), '[]')
              from jsonb_array_elements(e.lanes) as lane join gate_of_campus g on g.gate_id = (lane ->> 'gateId')::uuid) as lanes,
             (select jsonb_build_object(
                       'held', count(*) filter (where p.wanted = 'held' and p.state = 'done'),
                       'waiting', count(*) filter (where p.state in ('waiting', 'sent')),
                       'failed', count(*) filter (where p.state = 'failed'))
              from provisioning p where p.device_id = e.id) as people
      from equipment e join campus c on c.id = e.campus_id
      where ${campusIds ? sql`e.campus_id = any(${campusIds}::uuid[])` : sql`true`}
      order by e.state desc, c.sort, c.number, e.name, e.id
    `);
    return rows.map(({ seen, ...row }) => ({ ...row, lastSeenAt: seen?.toISOString() ?? null }));
  }

  /** Those who need a look first. */
  async people(deviceId: string, campusIds: string[] | null): Promise<PersonOnDevice[]> {
    const mine = await this.database.first(sql`
      select from equipment where id = ${deviceId} and ${campusIds ? sql`campus_id = any(${campusIds}::uuid[])` : sql`true`}
    `);
    if (!mine) throw new DomainError('equipment.not-found');
    const rows = await this.database.rows(sql<PersonSqlRow>`
      select p.id, a.person_name, a.visit_number, p.number::int as number, p.valid_until, p.wanted, p.state, p.fault,
             p.attempts, p.changed_at
      from provisioning p join pass_at_gates a on a.pass_id = p.pass_id
      where p.device_id = ${deviceId}
      order by p.state = 'failed' desc, p.state = 'done', p.wanted = 'gone', p.changed_at desc, p.id limit ${MOST_PEOPLE}
    `);
    return rows.map((row) => ({
      id: row.id,
      personName: maskName(row.person_name),
      visitNumber: row.visit_number,
      number: row.number,
      until: row.valid_until.toISOString(),
      state: stateOf(row),
      fault: row.fault,
      attempts: row.attempts,
      changedAt: row.changed_at.toISOString(),
    }));
  }
}

function stateOf({ wanted, state }: PersonSqlRow): PersonOnDeviceState {
  if (wanted === 'held') return state === 'done' ? 'held' : state;
  if (state === 'done') return 'gone';
  return state === 'failed' ? 'stuck' : 'leaving';
}
