import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { Delegations } from '../application/delegations.js';
import { type Delegation } from '../domain/delegation.js';
import { DelegationSchema } from './delegation.schema.js';

@Injectable()
export class MikroDelegations extends Delegations {
  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
  ) {
    super();
  }

  add(delegation: Delegation): void {
    this.em.persist(delegation);
  }

  async withId(id: string): Promise<Delegation> {
    const delegation = await this.em.findOne(DelegationSchema, { id });
    if (!delegation) throw new DomainError('delegation.not-found');
    return delegation;
  }

  async openOf(staffIds: string[], now: Date): Promise<Delegation[]> {
    // One lock for all of them: two people who delegate to each other at the same moment must see each other.
    await this.database.rows(sql`select pg_advisory_xact_lock(4720012)`);
    return this.em.find(DelegationSchema, {
      ownerId: { $in: staffIds },
      untilAt: { $gt: now },
      endedAt: null,
    } as never);
  }

  async holding(ownerId: string, at: Date): Promise<Delegation | null> {
    return this.em.findOne(DelegationSchema, {
      ownerId,
      fromAt: { $lte: at },
      untilAt: { $gt: at },
      endedAt: null,
    } as never);
  }
}
