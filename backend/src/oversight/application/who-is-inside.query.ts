import { Injectable } from '@nestjs/common';
import { type Confidence, type OverstayRow } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { seen, type Sight } from './sight-row.js';

interface OverstaySqlRow {
  pass_id: string;
  visit_id: string;
  person_name: string;
  host_name: string;
  unit_name: string;
  stay_until: Date;
  confidence: Confidence;
  last_evidence_at: Date | null;
}

interface PlaceRow {
  campus_id: string;
  gate_id: string | null;
  inside: number;
  overstayed: number;
}

const SAMPLE_MINUTES = 10;

@Injectable()
export class WhoIsInsideQuery {
  constructor(private readonly database: Database) {}

  /** How many are inside, and how many of them longer than they may, by campus and the gate they came in through. */
  byPlace(sight: Sight, now: Date): Promise<PlaceRow[]> {
    return this.database.rows(sql<PlaceRow>`
      select campus_id, gate_id, count(*)::int as inside, (count(*) filter (where stay_until <= ${now}))::int as overstayed
      from presence_fact where ${seen(sight)} group by 1, 2
    `);
  }

  /** How many were inside at that time, as noted then; null when nobody noted it. */
  async countAt(sight: Sight, at: Date): Promise<number | null> {
    const row = await this.database.first(sql<{ people: number | null }>`
      with sample as (
        select max(at) as at from presence_sample
        where at <= ${at} and at > ${new Date(at.getTime() - 2 * SAMPLE_MINUTES * 60_000)}
      )
      select coalesce(sum(people) filter (where ${seen(sight)}), 0)::int as people
      from presence_sample where at = (select at from sample) having count(*) > 0
    `);
    return row?.people ?? null;
  }

  /** Who is still inside although the period is over, longest first. */
  async overstays(sight: Sight, now: Date): Promise<OverstayRow[]> {
    const rows = await this.database.rows(sql<OverstaySqlRow>`
      select pass_id, visit_id, person_name, host_name, unit_name, stay_until, confidence, last_evidence_at
      from presence_fact
      where ${seen(sight)} and stay_until <= ${now} order by stay_until, pass_id limit 20
    `);
    return rows.map((row) => ({
      passId: row.pass_id,
      visitId: row.visit_id,
      personName: maskName(row.person_name),
      hostName: row.host_name,
      unitName: row.unit_name,
      until: row.stay_until.toISOString(),
      overdueMinutes: Math.floor((now.getTime() - row.stay_until.getTime()) / 60_000),
      confidence: row.confidence,
      lastEvidenceAt: row.last_evidence_at?.toISOString() ?? null,
    }));
  }
}
