import { Injectable } from '@nestjs/common';
import { type Locale, type ResaleFlag, type ResaleReport, type ResaleSign } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { type RawBuilder, sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import {
  APPLICANTS_OF_COMPANION,
  HOSTS_OF_COMPANION,
  HOSTS_OF_PHONE,
  HOSTS_OF_PLATE,
  RESALE_DAYS,
  resaleSentence,
  STRANGERS_OF_HOST,
} from '../domain/resale-sentence.js';
import { type LedgerScope } from './host-ledger.query.js';

const MOST_FLAGS = 50;
const MOST_VISITS = 20;

interface Found {
  sign: ResaleSign;
  subject: string;
  people: number;
  hosts: number;
  visit_ids: string[];
}

interface VisitSqlRow {
  visit_id: string;
  number: string;
  host_name: string;
  unit_name: string;
  applicant: string | null;
  period_from: Date;
}

/** Patterns that may mean that passes are sold: shown to the office, never a reason to refuse by themselves. Reads `visit_person`. */
@Injectable()
export class ResaleFlagsQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async report(scope: LedgerScope, locale: Locale): Promise<ResaleReport> {
    const since = new Date(this.clock.now().getTime() - RESALE_DAYS * 86_400_000);
    const found = await this.database.rows(sql<Found>`
      with p as materialized (
        select * from visit_person p where p.requested_at >= ${since} and ${within(scope)}
      ), found as (${sql.join([strangers(since), phones, plates, companions], sql` union all `)})
      select * from found order by hosts desc, people desc, sign, subject limit ${MOST_FLAGS}
    `);
    const visits = await this.visits(found.flatMap(({ visit_ids }) => visit_ids.slice(0, MOST_VISITS)));
    return { days: RESALE_DAYS, flags: found.map((flag) => flagOf(flag, visits, locale)) };
  }

  private async visits(ids: string[]): Promise<Map<string, VisitSqlRow>> {
    const rows = await this.database.rows(sql<VisitSqlRow>`
      select p.visit_id, p.number, h.name as host_name, u.name as unit_name, p.name as applicant, p.period_from
      from visit_person p join staff_member h on h.id = p.host_id join unit u on u.id = p.unit_id
      where p.person_index = 0 and p.visit_id = any(${ids}::uuid[])
    `);
    return new Map(rows.map((row) => [row.visit_id, row]));
  }
}

const newestVisits = sql`array_agg(distinct p.visit_id order by p.visit_id desc) as visit_ids`;

/** Applicants nobody here knew before these days, one host. */
const strangers = (since: Date) => sql`
  select 'strangers' as sign, h.name as subject, count(distinct p.document_index)::int as people, 1 as hosts, ${newestVisits}
  from p join staff_member h on h.id = p.host_id
  where p.person_index = 0 and not exists (
    select from visit_person earlier
    where earlier.document_index = p.document_index and earlier.person_index = 0 and earlier.requested_at < ${since}
  )
  group by h.id, h.name having count(distinct p.document_index) >= ${STRANGERS_OF_HOST}`;

const phones = sql`
  select 'phone', max(p.mobile_masked), count(distinct p.document_index)::int, count(distinct p.host_id)::int, ${newestVisits}
  from p where p.person_index = 0 and p.mobile_index is not null
  group by p.mobile_index having count(distinct p.host_id) >= ${HOSTS_OF_PHONE}`;

const plates = sql`
  select 'plate', max(p.plate), count(distinct p.document_index)::int, count(distinct p.host_id)::int, ${newestVisits}
  from p where p.person_index = 0 and p.plate_key is not null
  group by p.plate_key having count(distinct p.host_id) >= ${HOSTS_OF_PLATE}`;

const companions = sql`
  select 'companion', max(p.name), count(distinct a.document_index)::int, count(distinct p.host_id)::int, ${newestVisits}
  from p join p a on a.visit_id = p.visit_id and a.person_index = 0
  where p.person_index > 0 and p.document_index is not null
  group by p.document_index
  having count(distinct p.host_id) >= ${HOSTS_OF_COMPANION} and count(distinct a.document_index) >= ${APPLICANTS_OF_COMPANION}`;

const oneOf = (column: RawBuilder<unknown>, ids: string[] | null) =>
  ids ? sql`${column} = any(${ids}::uuid[])` : sql`true`;

const within = ({ campusIds, unitIds }: LedgerScope) =>
  sql`${oneOf(sql`p.campus_id`, campusIds)} and ${oneOf(sql`p.unit_id`, unitIds)}`;

function flagOf(found: Found, visits: Map<string, VisitSqlRow>, locale: Locale): ResaleFlag {
  const subject = found.sign === 'companion' ? maskName(found.subject) : found.subject;
  const { sign, people, hosts, visit_ids: ids } = found;
  return {
    sign,
    subject,
    sentence: resaleSentence({ sign, subject, visits: ids.length, people, hosts })[locale],
    people,
    hosts,
    visits: ids.flatMap((id) => {
      const row = visits.get(id);
      return row ? [visitOf(row)] : [];
    }),
  };
}

const visitOf = (row: VisitSqlRow) => ({
  id: row.visit_id,
  number: row.number,
  hostName: row.host_name,
  unitName: row.unit_name,
  applicantName: maskName(row.applicant ?? ''),
  periodFrom: row.period_from.toISOString(),
});
