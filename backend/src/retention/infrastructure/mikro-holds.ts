import { LockMode } from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type HeldKind } from '@gatehouse/contract';
import { type RawBuilder, sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { Holds } from '../application/holds.js';
import { type HeldSubject, type LegalHold } from '../domain/legal-hold.js';
import { LegalHoldSchema } from './legal-hold.schema.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Enough of an id to tell two apart on a page. */
const SHORT = 8;

@Injectable()
export class MikroHolds extends Holds {
  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
  ) {
    super();
  }

  add(hold: LegalHold): void {
    this.em.persist(hold);
  }

  async withId(id: string): Promise<LegalHold> {
    const hold = await this.em.findOne(LegalHoldSchema, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!hold) throw new DomainError('hold.not-found');
    return hold;
  }

  async isHeld(kind: HeldKind, subjectId: string): Promise<boolean> {
    const found = await this.database.first(sql`
      select from legal_hold where subject_kind = ${kind} and subject_id = ${subjectId} and released_at is null
    `);
    return found !== null;
  }

  /** Reads views of the owners: nothing of a person is in them. */
  async subject(kind: HeldKind, named: string): Promise<HeldSubject | null> {
    if (kind !== 'visit' && !UUID.test(named)) return null;
    const row = await this.database.first(subjects[kind](named));
    return row && { kind, id: row.id, label: row.number ?? row.id.slice(0, SHORT), campusId: row.campus_id };
  }
}

interface SubjectRow {
  id: string;
  number: string | null;
  campus_id: string | null;
}

const subjects: Record<HeldKind, (named: string) => RawBuilder<SubjectRow>> = {
  visit: (named) => sql`
    select visit_id as id, number, campus_id from visit_of_host
    where ${UUID.test(named) ? sql`visit_id = ${named}` : sql`number = ${named.toUpperCase()}`}
  `,
  incident: (named) => sql`
    select incident_id as id, null as number, campus_id from incident_subject where incident_id = ${named}
  `,
  'blacklist-entry': (named) => sql`
    select entry_id as id, null as number, campus_id from listed_entry where entry_id = ${named} and erased_at is null
  `,
};
