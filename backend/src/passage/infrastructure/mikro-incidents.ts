import { EntityManager } from '@mikro-orm/postgresql';
import { type IncidentKind } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { Incidents } from '../application/incidents.js';
import { type Incident } from '../domain/incident.js';
import { IncidentSchema } from './incident.schema.js';

@Injectable()
export class MikroIncidents extends Incidents {
  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
  ) {
    super();
  }

  add(incident: Incident): void {
    this.em.persist(incident);
  }

  async withId(id: string): Promise<Incident> {
    const incident = await this.em.findOne(IncidentSchema, { id });
    if (!incident) throw new DomainError('incident.not-found');
    return incident;
  }

  async about(kind: IncidentKind, passageIds: string[]): Promise<Incident | null> {
    const row = await this.database.first(sql<{ id: string }>`
      select id from incident where kind = ${kind} and passage_ids && ${passageIds}::uuid[]
      order by found_at limit 1 for update
    `);
    return row && this.withId(row.id);
  }

  async ofEmergency(emergencyId: string): Promise<Incident | null> {
    const row = await this.database.first(sql<{ id: string }>`
      select id from incident where emergency_id = ${emergencyId} limit 1 for update
    `);
    return row && this.withId(row.id);
  }
}
