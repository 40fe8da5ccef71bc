import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.js';
import { Passes } from '../application/passes.js';
import { type DeniedLookup, type Pass } from '../domain/pass.js';
import { PassSchema } from './pass.schema.js';

const CANDIDATES = 5;

@Injectable()
export class MikroPasses extends Passes {
  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
    private readonly ids: Ids,
  ) {
    super();
  }

  /** Presence begins with the pass: its row is what verdicts lock. */
  async add(pass: Pass): Promise<void> {
    this.em.persist(pass);
    await this.database.run(sql`insert into presence (campus_id, pass_id) values (${pass.campusId}, ${pass.id})`);
  }

  async ofVisit(visitId: string): Promise<Pass[]> {
    return this.em.find(PassSchema, { visitId });
  }

  async ownedBy(mobileIndex: Uint8Array, passId: string): Promise<Pass> {
    const owned = await this.database.first(sql<{ id: string }>`
      select p.id from pass p join pass applicant on applicant.visit_id = p.visit_id and applicant.person_index = 0
      where p.id = ${passId} and applicant.mobile_index = ${mobileIndex}
    `);
    const pass = owned && (await this.em.findOne(PassSchema, { id: owned.id }));
    if (!pass) throw new DomainError('pass.not-found');
    return pass;
  }

  async deny({ id, campusId }: Pass, { lookup, phoneKey }: DeniedLookup, now: Date): Promise<void> {
    await this.database.run(sql`
      insert into denied_lookup (lookup, campus_id, pass_id, phone_key, denied_at)
      values (${lookup}, ${campusId}, ${id}, ${phoneKey}, ${now})
    `);
  }

  async isFree(lookup: Uint8Array, passId: string): Promise<boolean> {
    const taken = await this.database.first(sql`
      select from pass where lookup = ${lookup} and id <> ${passId}
      union all select from denied_lookup where lookup = ${lookup}
    `);
    return taken === null;
  }

  async freeNumber(): Promise<string> {
    for (;;) {
      const candidates = Array.from({ length: CANDIDATES }, () => this.ids.digits(8));
      const taken = await this.database.rows(sql<{ number: string }>`
        select number from pass where number = any(${candidates}::text[])
      `);
      const free = candidates.find((candidate) => !taken.some(({ number }) => number === candidate));
      if (free) return free;
    }
  }
}
