import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { Closures } from '../application/closures.js';
import { type Closure } from '../domain/closure.js';
import { ClosureSchema } from './closure.schema.js';

@Injectable()
export class MikroClosures extends Closures {
  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
  ) {
    super();
  }

  add(closure: Closure): void {
    this.em.persist(closure);
  }

  async withId(id: string, campusIds: string[] | null): Promise<Closure> {
    const closure = await this.em.findOne(ClosureSchema, { id });
    if (!closure || (campusIds && !campusIds.includes(closure.campusId))) throw new DomainError('closure.not-found');
    return closure;
  }

  /** Reads the view `gate_of_campus`, which passage owns. */
  async hasGate(campusId: string, gateId: string): Promise<boolean> {
    const found = await this.database.first(
      sql`select from gate_of_campus where campus_id = ${campusId} and gate_id = ${gateId}`,
    );
    return found !== null;
  }
}
