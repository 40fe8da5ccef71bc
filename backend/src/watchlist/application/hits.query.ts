import { Injectable } from '@nestjs/common';
import { type BlacklistHit, type BlacklistHits, type BlacklistKind, type BlacklistLevel } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { sql } from 'kysely';
import { addDays, campusInstant } from '../../kernel/campus-time.js';
import { Database } from '../../platform/database/database.js';

const MOST = 300;
/** So long after the end of a visit its people may still come to a gate. */
const LATE_DAYS = 31;

export interface HitsQuestion {
  /** campus dates, both included */
  from: string;
  until: string;
  entryId?: string;
}

interface Row {
  kind: BlacklistHit['kind'];
  at: Date;
  entry_id: string;
  entry_name: string;
  level: BlacklistLevel;
  matched: BlacklistKind[];
  visit_id: string | null;
  visit_number: string | null;
  visit_status: 'pending' | 'approved' | 'declined' | 'cancelled' | 'expired' | null;
  person_name: string;
  campus_name: string;
  gate_name: string | null;
  direction: 'entry' | 'exit' | null;
  verdict: 'admit' | 'refuse' | null;
  reason: string | null;
}

/**
 * Who met the blacklist: applications while somebody of them was listed, earlier ones that a listing caught, and what
 * happened at the gates. Found each time from the facts, so that nothing is missed and nothing outlives an erasure.
 */
@Injectable()
export class HitsQuery {
  constructor(private readonly database: Database) {}

  async between(
    { from, until, entryId }: HitsQuestion,
    campusIds: string[] | null,
    most = MOST,
  ): Promise<BlacklistHits> {
    const [begin, end] = [campusInstant(from), campusInstant(addDays(until, 1))];
    const rows = await this.database.rows(sql<Row>`
      with key as (
        select b.id, b.name, b.level, b.campus_id, b.from_at, b.listed_at, k ->> 'kind' as kind, k ->> 'index' as index,
               least(b.lifted_at, b.until_at) as ended_at
        from blacklist_entry b, jsonb_array_elements(b.keys) as k
        where b.from_at < ${end} and (${entryId ?? null}::uuid is null or b.id = ${entryId ?? null}::uuid)
      ), person as materialized (
        select * from visit_person_key where period_until > ${addedDays(begin, -LATE_DAYS)} and requested_at < ${end}
      ), pair as (
        select k.*, p.visit_id, p.person_index, p.campus_id as place
        from key k join person p on k.kind = 'document' and k.index = p.document_index
        union all
        select k.*, p.visit_id, p.person_index, p.campus_id from key k join person p on k.kind = 'mobile' and k.index = p.mobile_index
        union all
        select k.*, p.visit_id, p.person_index, p.campus_id
        from key k join person p on k.kind = 'plate' and k.index = p.plate_key and p.person_index = 0
      ), applied as (
        select id as entry_id, visit_id, person_index, array_agg(distinct kind) as matched,
               min(name) as entry_name, min(level) as level, min(from_at) as from_at, min(ended_at) as ended_at
        from pair where campus_id is null or campus_id = place group by id, visit_id, person_index
      ), met as (
        select case when p.requested_at >= a.from_at then 'booking' else 'listing' end as kind,
               greatest(p.requested_at, a.from_at) as at, a.*, p.number as visit_number, p.status as visit_status,
               p.name as person_name, p.campus_id, null::text as gate_name, null::text as direction,
               null::text as verdict, null::text as reason
        from applied a join person p on p.visit_id = a.visit_id and p.person_index = a.person_index
        where (p.requested_at >= a.from_at and (a.ended_at is null or p.requested_at < a.ended_at))
           or (p.requested_at < a.from_at and p.period_until > a.from_at and p.status in ('pending', 'approved'))
        union all
        select 'gate', f.at, a.*, p.number, p.status, p.name, f.campus_id, f.gate_name, f.direction, f.verdict, f.reason
        from applied a
        join person p on p.visit_id = a.visit_id and p.person_index = a.person_index
        join pass_person_key t on t.visit_id = a.visit_id and t.person_index = a.person_index
        join passage_fact f on f.pass_id = t.pass_id and f.campus_id = t.campus_id
        where f.at >= greatest(a.from_at, ${begin}) and f.at < ${end} and (a.ended_at is null or f.at < a.ended_at)
      )
      select m.kind, m.at, m.entry_id, m.entry_name, m.level, m.matched, m.visit_id, m.visit_number, m.visit_status,
             m.person_name, c.name as campus_name, m.gate_name, m.direction, m.verdict, m.reason
      from met m join campus c on c.id = m.campus_id
      where m.at >= ${begin} and m.at < ${end}
        and (${campusIds}::uuid[] is null or m.campus_id = any(${campusIds}::uuid[]))
      order by m.at desc, m.kind = 'gate' desc, m.entry_id limit ${most + 1}
    `);
    return { hits: rows.slice(0, most).map(hitOf), isCut: rows.length > most };
  }
}

const addedDays = (at: Date, days: number): Date => new Date(at.getTime() + days * 86_400_000);

const hitOf = (row: Row): BlacklistHit => ({
  kind: row.kind,
  at: row.at.toISOString(),
  entry: { id: row.entry_id, name: row.entry_name, level: row.level },
  matched: row.matched,
  visit:
    row.visit_id && row.visit_number && row.visit_status
      ? { id: row.visit_id, number: row.visit_number, status: row.visit_status }
      : null,
  personName: maskName(row.person_name),
  campusName: row.campus_name,
  gate:
    row.gate_name && row.direction && row.verdict
      ? { name: row.gate_name, direction: row.direction, verdict: row.verdict, reason: row.reason ?? '' }
      : null,
});
