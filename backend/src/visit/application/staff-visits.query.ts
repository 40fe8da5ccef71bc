import { Injectable } from '@nestjs/common';
import {
  type Confidence,
  type CountedPage,
  type Page,
  type PassRow,
  type StaffVisit,
  type VisitFilter,
  type VisitRow,
} from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { type RawBuilder, sql } from 'kysely';
import { addDays, campusInstant } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { readCursor, writeCursor } from '../../kernel/cursor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { gramsOf, type Sought } from '../../kernel/sought.js';
import { Rules } from '../../policy/public.js';
import { Database } from '../../platform/database/database.js';
import { OfficeCheck } from './office-check.js';
import { claimsOf, historyOf } from './visit-history.js';
import { type VisitsMeant, VisitsSoughtQuery } from './visits-sought.query.js';
import { visitsSought } from './visits-sought-row.js';
import { documentsOf, partyOf, passState, periodOf, visitColumns, type VisitSqlRow, visitTables } from './visit-row.js';

/** Which campuses and units a member of staff may see; null = all. */
export interface VisitScope {
  campusIds: string[] | null;
  unitIds: string[] | null;
}

const EXACT_BELOW = 10_000;
/** Of what was searched for, nobody wants to know how many there are in all. */
const EXACT_BELOW_OF_WORDS = 1_000;

/** Visits as the security office sees them. */
@Injectable()
export class StaffVisitsQuery {
  constructor(
    private readonly database: Database,
    private readonly rules: Rules,
    private readonly office: OfficeCheck,
    private readonly clock: Clock,
    private readonly sought: VisitsSoughtQuery,
  ) {}

  async page(filter: VisitFilter, scope: VisitScope, sought: Sought[] | null = null): Promise<CountedPage<VisitRow>> {
    const { where, newest, walked } = sought
      ? await this.sought.page(sought, readCursor(filter.after))
      : { where: sql`true`, newest: null, walked: null };
    const asked = { ...filter, limit: Math.min(filter.limit ?? 50, 100) };
    const among = newest && (await this.slice(only(filter, scope, newest), asked, maskName));
    const page = among?.next ? among : await this.slice(only(filter, scope, where), asked, maskName, walked);
    if (!filter.after && !page.next) return { ...page, total: page.items.length, exact: true };
    const bound = sought ? EXACT_BELOW_OF_WORDS : EXACT_BELOW;
    // Of a name that very many have, some of them are counted: more is not told anyway.
    const total = await this.total(only(filter, scope, newest ?? where), bound);
    return { ...page, total, exact: total < bound && newest === null };
  }

  /** For reading everything: no number of all, names as they are when `isFull`. */
  batch(filter: VisitFilter, scope: VisitScope, sought: Sought[] | null, isFull: boolean): Promise<Page<VisitRow>> {
    return this.slice(listed(filter, scope, sought), filter, isFull ? (name) => name : maskName);
  }

  count(filter: VisitFilter, scope: VisitScope, sought: Sought[] | null): Promise<number> {
    return this.total(listed(filter, scope, sought), null);
  }

  async detail(visitId: string, scope: VisitScope): Promise<StaffVisit> {
    const row = await this.database.first(sql<VisitSqlRow>`
      select ${visitColumns} from ${visitTables} where v.id = ${visitId} and ${within(scope)}
    `);
    if (!row) throw new DomainError('visit.not-found');
    return {
      ...staffRow(row),
      transport: row.transport,
      reason: row.reason,
      remark: row.remark,
      organisation: row.party[0]?.organisation ?? null,
      party: partyOf(row, true),
      documents: documentsOf(row, (await this.rules.current()).settings),
      ...(await this.passesAndHistory(row)),
      isHeld: row.status === 'pending' && (await this.office.isHolding({ ...row, campusId: row.campus_id })),
    };
  }

  private async slice(
    where: RawBuilder<unknown>,
    filter: VisitFilter,
    shown: (name: string) => string,
    walked: VisitsMeant['walked'] = null,
  ): Promise<Page<VisitRow>> {
    const limit = filter.limit ?? 50;
    const cursor = readCursor(filter.after);
    const rows = await this.database.rows(sql<VisitSqlRow>`
      select ${visitColumns} from ${walked ? sql`${walked.tables}, ` : sql``}${visitTables}
      where ${where}
        and (${cursor?.at ?? null}::timestamptz is null or (v.requested_at, v.id) < (${cursor?.at ?? null}, ${cursor?.id ?? null}::uuid))
      order by ${walked?.order ?? sql`v.requested_at desc, v.id desc`} limit ${limit + 1}
    `);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map((row) => staffRow(row, shown)),
      next: last ? writeCursor({ at: last.requested_at, id: last.id }) : null,
    };
  }

  private async total(where: RawBuilder<unknown>, bound: number | null): Promise<number> {
    const counted = await this.database.first(sql<{ total: number }>`
      select count(*)::int as total from (select 1 from visit v where ${where} limit ${bound}) as found
    `);
    return counted?.total ?? 0;
  }

  private async passesAndHistory(row: VisitSqlRow): Promise<Pick<StaffVisit, 'passes' | 'history'>> {
    const rows = await this.database.rows(sql<{
      pass_id: string;
      person_index: number;
      person_name: string;
      state: PassRow['state'];
      inside: boolean;
      confidence: Confidence;
      left_claimed_at: Date | null;
      left_claimed_by: 'visitor' | 'host' | 'office';
      closed_at: Date | null;
    }>`
      select pass_id, person_index, person_name, ${passState(this.clock.now())} as state, inside, confidence, left_claimed_at, left_claimed_by, closed_at
      from pass_of_visit where visit_id = ${row.id} order by person_index
    `);
    const passes = rows.map((pass) => ({
      id: pass.pass_id,
      personIndex: pass.person_index,
      personName: maskName(pass.person_name),
      state: pass.state,
      inside: pass.inside,
      confidence: pass.confidence,
      ...(pass.closed_at && { closedAt: pass.closed_at.toISOString() }),
    }));
    const ofParty = new Set(row.party.map(({ name }) => name));
    const history = historyOf(row, false, claimsOf(rows));
    return {
      passes,
      history: history.map((item) => (ofParty.has(item.who) ? { ...item, who: maskName(item.who) } : item)),
    };
  }
}

const listed = (filter: VisitFilter, scope: VisitScope, sought: Sought[] | null): RawBuilder<unknown> =>
  only(filter, scope, sought ? visitsSought(sought) : sql`true`);

const only = (filter: VisitFilter, scope: VisitScope, found: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`${conditions(filter)} and ${found} and ${within(scope)}`;

function conditions(filter: VisitFilter): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (filter.status === 'granted')
    parts.push(sql`(v.status = 'approved' or (v.status = 'expired' and v.decided_at is not null))`);
  else if (filter.status) parts.push(sql`v.status = ${filter.status}`);
  if (filter.campus) parts.push(sql`v.campus_id = ${filter.campus}`);
  if (filter.unit) parts.push(sql`v.unit_id = ${filter.unit}`);
  if (filter.host) parts.push(sql`v.host_id = ${filter.host}`);
  if (filter.purpose) parts.push(sql`v.purpose = ${filter.purpose}`);
  if (filter.from && filter.until && filter.from > filter.until) parts.push(sql`false`);
  else if (filter.from || filter.until)
    parts.push(sql`tstzrange(v.period_from, v.period_until) && tstzrange(
      ${filter.from ? campusInstant(filter.from) : null}::timestamptz, ${filter.until ? campusInstant(addDays(filter.until, 1)) : null}::timestamptz)`);
  return sql.join(parts, sql` and `);
}

/** One box for everything: application number, plate, or a name of the party by any of its characters. */
export function wordsMatch(words: string): RawBuilder<unknown> {
  const q = words.trim();
  const grams = gramsOf(q);
  return sql`(v.number = ${q} or v.plate_key = ${q.toUpperCase().replaceAll('O', '0').replaceAll('I', '1')} or v.bigrams @> ${grams}::text[])`;
}

/** Only visits of these campuses and units. */
export function within({ campusIds, unitIds }: VisitScope): RawBuilder<unknown> {
  const campus = campusIds ? sql`v.campus_id = any(${campusIds}::uuid[])` : sql`true`;
  const unit = unitIds ? sql`v.unit_id = any(${unitIds}::uuid[])` : sql`true`;
  return sql`${campus} and ${unit}`;
}

/** A visit in a list, with names as staff may see them there. */
export const staffRow = (row: VisitSqlRow, shown: (name: string) => string = maskName): VisitRow => ({
  id: row.id,
  number: row.number,
  status: row.status,
  applicantName: shown(row.party[0]?.name ?? ''),
  applicantMobileMasked: row.party[0]?.mobileMasked ?? null,
  partySize: row.party.length,
  plate: row.plate,
  campus: { id: row.campus_id, name: row.campus_name },
  unit: { id: row.unit_id, name: row.unit_name },
  hostName: row.host_name,
  hostLeft: row.host_left,
  unanswered: row.unanswered,
  period: periodOf(row),
  purpose: row.purpose,
  requestedAt: row.requested_at.toISOString(),
});
