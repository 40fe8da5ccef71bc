import { type MusterEntry, type OfficeMusterEntry } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';

interface MusterSqlRow extends Omit<OfficeMusterEntry, 'since' | 'lastEvidenceAt' | 'until'> {
  since: Date | null;
  last_evidence_at: Date | null;
  until: Date;
}

/** Whom the system closed stays on the list for so long, as somebody who has presumably left. */
const CLOSED_SHOWN_MS = 7 * 86_400_000;

/** Everybody on campus as far as gates and people say, the surest first. */
@Injectable()
export class MusterQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** As gates carry it. */
  async people(campusId: string): Promise<MusterEntry[]> {
    const people = await this.forOffice(campusId, null);
    return people.map(({ visitId: _visit, gateId: _gate, unitId: _unit, ...entry }) => entry);
  }

  /** `unitIds` null = visitors of every unit. */
  async forOffice(campusId: string, unitIds: string[] | null): Promise<OfficeMusterEntry[]> {
    const shown = new Date(this.clock.now().getTime() - CLOSED_SHOWN_MS);
    const rows = await this.database.rows(sql<MusterSqlRow>`
      with present as (
        select s.pass_id, s.gate_id, s.since, s.state = 'closed' as closed,
          case when s.state = 'closed' then 'presumed-left' else s.confidence end as confidence,
          case when s.state = 'closed' then 'system' when s.confidence = 'presumed-left' then s.left_claimed_by || '-claim'
               else 'passage' end as last_evidence,
          case when s.state = 'closed' then s.closed_at when s.confidence = 'presumed-left' then s.left_claimed_at
               else s.since end as last_evidence_at
        from presence s
        where s.campus_id = ${campusId} and (s.state = 'inside' or s.state = 'closed' and s.closed_at > ${shown})
      )
      select f.pass_id as "passId", p.visit_id as "visitId", p.display ->> 'visitNumber' as "visitNumber",
        p.person_name as "personName", p.document_tail as "documentTail", p.display ->> 'unitId' as "unitId",
        p.display ->> 'unitName' as "unitName", p.display ->> 'hostName' as "hostName", p.plate, f.gate_id as "gateId",
        g.name as "gateName", f.confidence, f.since, f.last_evidence as "lastEvidence", f.last_evidence_at, 
        end_of_stay(p.period_until, p.weekdays, p.daily_from, p.daily_until, f.since) as until
      from present f join pass p on p.id = f.pass_id left join gate g on g.id = f.gate_id
      where ${unitIds ? sql`p.display ->> 'unitId' = any(${unitIds}::text[])` : sql`true`}
      order by array_position(array['sure', 'presumed', 'presumed-left'], f.confidence), f.closed, p.display ->> 'unitName',
        p.display ->> 'visitNumber', p.person_index
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
