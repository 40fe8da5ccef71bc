import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.js';
import { isApplicant, isHolder } from '../application/own-pass.query.js';
import { Passes } from '../application/passes.js';
import { type DeniedLookup, type Pass } from '../domain/pass.js';
import { erasePasses } from './erase-passes.js';
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

  async withId(passId: string): Promise<Pass> {
    const pass = await this.em.findOne(PassSchema, { id: passId });
    if (!pass) throw new DomainError('pass.not-found');
    return pass;
  }

  ofApplicant(mobileIndex: Uint8Array, passId: string): Promise<Pass> {
    return this.where(passId, isApplicant(mobileIndex));
  }

  ownedBy(mobileIndex: Uint8Array, passId: string): Promise<Pass> {
    return this.where(passId, sql`(${isApplicant(mobileIndex)} or ${isHolder(mobileIndex)})`);
  }

  private async where(passId: string, condition: RawBuilder<unknown>): Promise<Pass> {
    const owned = await this.database.first(sql`select from pass p where p.id = ${passId} and ${condition}`);
    if (!owned) throw new DomainError('pass.not-found');
    return this.withId(passId);
  }

  erase(visitId: string, now: Date): Promise<void> {
    return erasePasses(this.database, visitId, now);
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
