import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { Consents } from '../application/consents.js';
import { ownConsent } from '../application/own-consent-row.js';
import { type Consent } from '../domain/consent.js';
import { ConsentSchema } from './consent.schema.js';

@Injectable()
export class MikroConsents extends Consents {
  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
  ) {
    super();
  }

  add(consent: Consent): void {
    this.em.persist(consent);
  }

  async standingFaceConsents(mobileIndex: string): Promise<Consent[]> {
    const rows = await this.database.rows(sql<{ id: string }>`
      select c.id from consent c join visit v on v.id = c.visit_id
      where c.kind = 'face' and c.withdrawn_at is null and ${ownConsent(mobileIndex)} for update of c
    `);
    return this.em.find(ConsentSchema, { id: { $in: rows.map(({ id }) => id) } });
  }
}
