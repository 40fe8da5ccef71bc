import { type MusterEntry } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';

interface MusterSqlRow extends Omit<MusterEntry, 'since' | 'lastEvidenceAt' | 'until'> {
  since: Date | null;
  last_evidence_at: Date | null;
  until: Date;
}

/** Everybody on campus as far as gates and people say, the surest first. */
@Injectable()
export class MusterQuery {
  constructor(private readonly database: Database) {}

  async people(campusId: string, unitIds: string[] | null = null): Promise<MusterEntry[]> {
    const rows = await this.database.rows(sql<MusterSqlRow>`
      select f.pass_id as "passId", f.visit_number as "visitNumber", f.person_name as "personName",
        p.document_tail as "documentTail", f.unit_name as "unitName", f.host_name as "hostName", f.plate,
        f.gate_name as "gateName", f.confidence, f.since, f.last_evidence as "lastEvidence", f.last_evidence_at,
        f.period_until as until
      from presence_fact f join pass p on p.id = f.pass_id
      where f.campus_id = ${campusId} and ${unitIds ? sql`f.unit_id = any(${unitIds}::text[])` : sql`true`}
      order by array_position(array['sure', 'presumed', 'presumed-left'], f.confidence), f.unit_name, f.visit_number, f.person_index
    `);
    return rows.map(({ since, last_evidence_at, until, personName, ...row }) => ({
      ...row,
      personName: maskName(personName),
      since: since?.toISOString() ?? null,
      lastEvidenceAt: last_evidence_at?.toISOString() ?? null,
      until: until.toISOString(),
    }));
  }
}
