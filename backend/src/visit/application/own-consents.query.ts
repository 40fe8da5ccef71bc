import { Injectable } from '@nestjs/common';
import { type ConsentKind, type VisitorConsent } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { ownConsent } from './own-consent-row.js';

interface ConsentRow {
  id: string;
  kind: ConsentKind;
  number: string;
  person_name: string | null;
  notice_version: string;
  given_at: Date;
  withdrawn_at: Date | null;
}

const MOST = 200;

/** The consents of a proven phone. */
@Injectable()
export class OwnConsentsQuery {
  constructor(private readonly database: Database) {}

  async list(mobileIndex: string): Promise<VisitorConsent[]> {
    const rows = await this.database.rows(sql<ConsentRow>`
      select c.id, c.kind, v.number, v.party -> c.person_index::int ->> 'name' as person_name, c.notice_version,
             c.given_at, c.withdrawn_at
      from consent c join visit v on v.id = c.visit_id
      where ${ownConsent(mobileIndex)} order by c.given_at desc, c.id desc limit ${MOST}
    `);
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      visitNumber: row.number,
      personName: maskName(row.person_name ?? ''),
      version: row.notice_version,
      givenAt: row.given_at.toISOString(),
      withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    }));
  }
}
