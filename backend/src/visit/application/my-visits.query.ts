import { Injectable } from '@nestjs/common';
import {
  type MyVisit,
  type MyVisitFilter,
  type MyVisitPage,
  type MyVisitRow,
  type MyVisitsWhen,
} from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { type RawBuilder, sql } from 'kysely';
import { addDays, campusDay, campusInstant } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { readCursor, writeCursor } from '../../kernel/cursor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { latestEnd, Rules } from '../../policy/public.js';
import { Database } from '../../platform/database/database.js';
import { answeredForBy, hostedBy } from './host-visits.query.js';
import { claimsOf, historyOf } from './visit-history.js';
import { type PresenceRow, presenceOf } from './visit-presence.query.js';
import { periodOf, visitColumns, type VisitSqlRow, visitTables } from './visit-row.js';

const PAGE = 20;

interface MyVisitSqlRow extends VisitSqlRow {
  inside: number;
  presumed_left: number;
}

const columns = sql`${visitColumns}, there.inside, there.presumed_left`;
const tables = sql`${visitTables} cross join lateral (
  select (count(*) filter (where p.inside))::int as inside, (count(p.left_claimed_at))::int as presumed_left
  from pass_of_visit p where p.visit_id = v.id) as there`;

/** Visits as their host follows them, once they are approved. */
@Injectable()
export class MyVisitsQuery {
  constructor(
    private readonly database: Database,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  async page(staffId: string, { when, after }: MyVisitFilter): Promise<MyVisitPage> {
    const now = this.clock.now();
    const cursor = readCursor(after);
    const beyond = when === 'past' ? sql`<` : sql`>`;
    const order = when === 'past' ? sql`desc` : sql`asc`;
    const rows = await this.database.rows(sql<MyVisitSqlRow>`
      select ${columns} from ${tables}
      where ${hostedBy(staffId, now)} and v.decided_at is not null and ${conditions[when](now)}
        and ${cursor ? sql`(v.period_from, v.id) ${beyond} (${cursor.at}, ${cursor.id}::uuid)` : sql`true`}
      order by v.period_from ${order}, v.id ${order} limit ${PAGE + 1}
    `);
    const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
    return {
      items: rows.slice(0, PAGE).map((row) => myVisitRow(row, staffId)),
      next: last ? writeCursor({ at: last.period_from, id: last.id }) : null,
    };
  }

  /** 404 for everybody who does not answer for it. */
  async detail(staffId: string, visitId: string): Promise<MyVisit> {
    const now = this.clock.now();
    const row = await this.database.first(sql<MyVisitSqlRow>`
      select ${columns} from ${tables}
      where v.id = ${visitId} and v.decided_at is not null and ${answeredForBy(staffId, now)}
    `);
    if (!row) throw new DomainError('visit.not-found');
    const presences = await presenceOf(this.database, visitId);
    const isOpen = row.status === 'approved' && row.period_until > now;
    const latest = latestEnd(
      { from: row.period_from, ...(row.weekly && { weekly: row.weekly }) },
      (await this.rules.current()).settings,
      now,
    );
    return {
      ...myVisitRow(row, staffId),
      reason: row.reason,
      transport: row.transport,
      unitName: row.unit_name,
      people: row.party.map(({ index, name }) => personOf(index, name, presences)),
      history: historyOf(row, false, claimsOf(presences)),
      can: { revoke: isOpen, moveEnd: isOpen, answerStay: row.inside > row.presumed_left },
      latestEnd: isOpen ? (latest > row.period_until ? latest : row.period_until).toISOString() : null,
      extensionApprovalId: isOpen && row.extension ? await this.extensionApproval(visitId) : null,
    };
  }

  private async extensionApproval(visitId: string): Promise<string | null> {
    const row = await this.database.first(sql<{ id: string }>`
      select approval_id as id from approval_route where subject_kind = 'extension' and subject_id = ${visitId} and state = 'open'
    `);
    return row?.id ?? null;
  }
}

const open = sql`v.status = 'approved'`;
const conditions: Record<MyVisitsWhen, (now: Date) => RawBuilder<unknown>> = {
  today: (now) => {
    const day = campusDay(now);
    return sql`v.status in ('approved', 'expired', 'cancelled')
      and v.period_until > ${campusInstant(day)} and v.period_from < ${campusInstant(addDays(day, 1))}`;
  },
  running: (now) => sql`(there.inside > 0 or (${open} and v.period_from <= ${now} and v.period_until > ${now}))`,
  coming: (now) => sql`${open} and v.period_from > ${now}`,
  past: (now) =>
    sql`v.status in ('approved', 'expired', 'cancelled') and (v.status <> 'approved' or v.period_until <= ${now})`,
};

const myVisitRow = (row: MyVisitSqlRow, staffId: string): MyVisitRow => ({
  id: row.id,
  number: row.number,
  status: row.status,
  applicantName: maskName(row.party[0]?.name ?? ''),
  organisation: row.party[0]?.organisation ?? null,
  partySize: row.party.length,
  plate: row.plate,
  campusName: row.campus_name,
  period: periodOf(row),
  purpose: row.purpose,
  inside: row.inside,
  presumedLeft: row.presumed_left,
  inPlaceOf: row.host_id === staffId ? null : row.host_name,
});

function personOf(index: number, name: string, presences: PresenceRow[]): MyVisit['people'][number] {
  const presence = presences.find(({ person_index }) => person_index === index);
  return {
    index,
    name: maskName(name),
    inside: presence?.inside ?? false,
    confidence: presence?.confidence ?? 'sure',
    since: presence?.since?.toISOString() ?? null,
  };
}
