import { EntityManager } from '@mikro-orm/postgresql';
import { type BackEntryInput } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { PersonVault } from '../../platform/crypto/person-vault.js';
import { Database } from '../../platform/database/database.js';
import { Emergencies } from '../application/emergencies.js';
import { type Emergency } from '../domain/emergency.js';
import { EmergencySchema } from './emergency.schema.js';

@Injectable()
export class SqlEmergencies extends Emergencies {
  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
    private readonly vault: PersonVault,
  ) {
    super();
  }

  add(emergency: Emergency): void {
    this.em.persist(emergency);
  }

  async withId(id: string, campusId: string): Promise<Emergency> {
    const emergency = await this.em.findOne(EmergencySchema, { id, campusId });
    if (!emergency) throw new DomainError('emergency.not-found');
    return emergency;
  }

  late(now: Date, limit: number): Promise<{ id: string; campusId: string; passageIds: string[] }[]> {
    return this.database.rows(sql<{ id: string; campusId: string; passageIds: string[] }>`
      select e.id, e.campus_id as "campusId",
             coalesce((select array_agg(n.passage_id order by n.paper) from emergency_entry n where n.emergency_id = e.id), '{}') as "passageIds"
      from emergency e
      where e.entries_due_at <= ${now} and not exists (select from incident i where i.emergency_id = e.id)
        and e.last_paper > (select count(distinct n.paper) from emergency_entry n where n.emergency_id = e.id)
      order by e.entries_due_at limit ${limit} for update of e skip locked
    `);
  }

  async withNonce(deviceId: string, nonce: string): Promise<Emergency | null> {
    const row = await this.database.first(sql<{ id: string; campus_id: string }>`
      select id, campus_id from emergency where device_id = ${deviceId} and nonce = ${nonce}
    `);
    return row && this.withId(row.id, row.campus_id);
  }

  async isEntered(emergencyId: string, { paper, direction }: BackEntryInput): Promise<boolean> {
    const entered = await this.database.first(sql`
      select from emergency_entry where emergency_id = ${emergencyId} and paper = ${paper} and direction = ${direction}
    `);
    return entered !== null;
  }

  async enter(emergencyId: string, entry: BackEntryInput, passageId: string, now: Date): Promise<void> {
    const person = entry.person ? await this.vault.create() : null;
    const sealed = person && entry.person ? person.seal(JSON.stringify(entry.person), 'emergency-paper') : null;
    await this.database.run(sql`
      insert into emergency_entry (emergency_id, paper, direction, at, entered_at, entered_by, passage_id, pass_id, person_key_id,
        person_sealed, person_masked)
      select ${emergencyId}, ${entry.paper}, ${entry.direction}, ${new Date(entry.at)}, ${now}, ${entry.by}, ${passageId},
        (select pass_id from passage where id = ${passageId}), ${person?.id ?? null}, ${sealed},
        ${entry.person ? maskName(entry.person.name) : null}
    `);
    await this.database.run(
      sql`update passage set emergency_id = ${emergencyId}, forced = true where id = ${passageId}`,
    );
  }
}
