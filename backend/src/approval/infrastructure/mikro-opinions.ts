import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { Opinions } from '../application/opinions.js';
import { type CommonOpinion } from '../domain/common-opinion.js';
import { CommonOpinionSchema } from './common-opinion.schema.js';

@Injectable()
export class MikroOpinions extends Opinions {
  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
  ) {
    super();
  }

  add(opinion: CommonOpinion): void {
    this.em.persist(opinion);
  }

  async withId(id: string): Promise<CommonOpinion> {
    const opinion = await this.em.findOne(CommonOpinionSchema, { id });
    if (!opinion) throw new DomainError('opinion.not-found');
    return opinion;
  }

  async countOf(ownerId: string | null): Promise<number> {
    await this.database.rows(sql`select pg_advisory_xact_lock(4720018, hashtext(${ownerId ?? 'shared'}))`);
    const found = await this.database.first(sql<{ count: number }>`
      select count(*)::int as count from common_opinion where owner_id is not distinct from ${ownerId}::uuid and dropped_at is null
    `);
    return found?.count ?? 0;
  }
}
