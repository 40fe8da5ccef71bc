import { Injectable } from '@nestjs/common';
import { type Confidence, type Page, type PersonFilter, type PersonPage, type PersonRow } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { type RawBuilder, sql } from 'kysely';
import { addDays, campusInstant } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { readCursor, writeCursor } from '../../kernel/cursor.js';
import { type Sought } from '../../kernel/sought.js';
import { Database } from '../../platform/database/database.js';
import { type PassageScope } from './passage-filter.query.js';
import { periodShown } from '../domain/period-shown.js';
import { passesSought, PassesSoughtQuery } from './passes-sought.query.js';

const EXACT_BELOW = 1_000;
const EXACT_BELOW_INSIDE = 10_000;

interface PersonSqlRow {
  id: string;
  issued_at: Date;
  visit_id: string;
  visit_number: string;
  person_name: string;
  document_masked: string;
  plate: string | null;
  campus_id: string;
  campus_name: string;
  unit_name: string;
  host_name: string;
  period_from: Date;
  period_until: Date;
  daily_from: number | null;
  daily_until: number | null;
  weekdays: number[] | null;
  stay_until: Date;
  state: PersonRow['state'];
  inside: boolean;
  confidence: Confidence;
  since: Date | null;
  gate_name: string | null;
}

/** Everybody who has or had a pass: who they visited, and whether they are inside. */
@Injectable()
export class PeopleQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly passes: PassesSoughtQuery,
  ) {}

  async page(filter: PersonFilter, scope: PassageScope, sought: Sought[] | null): Promise<PersonPage> {
    const { found, some } = sought ? await this.passes.people(sought) : { found: sql`true`, some: null };
    const bound = sought || !filter.presence ? EXACT_BELOW : EXACT_BELOW_INSIDE;
    // Of a name that very many have, some of them are counted, meanwhile, as in the log of passages.
    const counting = some ? this.total(this.only(filter, scope, some), bound) : null;
    const [page] = await Promise.all([this.slice(this.only(filter, scope, found), filter, maskName), counting]);
    if (!filter.after && !page.next) return { ...page, total: page.items.length, exact: true };
    const total = await (counting ?? this.total(this.only(filter, scope, found), bound));
    return { ...page, total, exact: total < bound && some === null };
  }

  /** For reading everything: no number of all, names as they are when `isFull`. */
  batch(filter: PersonFilter, scope: PassageScope, sought: Sought[] | null, isFull: boolean): Promise<Page<PersonRow>> {
    return this.slice(this.where(filter, scope, sought), filter, isFull ? (name) => name : maskName);
  }

  count(filter: PersonFilter, scope: PassageScope, sought: Sought[] | null): Promise<number> {
    return this.total(this.where(filter, scope, sought), null);
  }

  private where(filter: PersonFilter, scope: PassageScope, sought: Sought[] | null): RawBuilder<unknown> {
    return this.only(filter, scope, sought ? passesSought(sought) : sql`true`);
  }

  private only(filter: PersonFilter, scope: PassageScope, found: RawBuilder<unknown>): RawBuilder<unknown> {
    return sql`${conditions(filter, this.clock.now())} and ${seen(scope)} and ${found}`;
  }

  private async slice(
    where: RawBuilder<unknown>,
    filter: PersonFilter,
    shown: (name: string) => string,
  ): Promise<Page<PersonRow>> {
    const now = this.clock.now();
    const limit = filter.limit ?? 50;
    const cursor = readCursor(filter.after);
    const rows = await this.database.rows(sql<PersonSqlRow>`
      select p.id, p.issued_at, p.visit_id, p.display ->> 'visitNumber' as visit_number, p.person_name, p.document_masked,
             p.plate, p.campus_id, c.name as campus_name, p.display ->> 'unitName' as unit_name,
             p.display ->> 'hostName' as host_name, p.period_from, p.period_until, p.daily_from, p.daily_until,
             p.weekdays, end_of_stay(p.period_until, p.weekdays, p.daily_from, p.daily_until, s.since) as stay_until,
             case when p.state = 'revoked' then 'revoked' when p.period_until <= ${now} then 'expired' else 'active' end as state,
             s.state = 'inside' as inside, s.confidence, s.since, g.name as gate_name
      from pass p join presence s on s.campus_id = p.campus_id and s.pass_id = p.id
      join campus c on c.id = p.campus_id left join gate g on g.id = s.gate_id
      where ${where} and ${cursor ? sql`(p.issued_at, p.id) < (${cursor.at}, ${cursor.id}::uuid)` : sql`true`}
      order by p.issued_at desc, p.id desc limit ${limit + 1}
    `);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map((row) => personRow(row, now, shown)),
      next: last ? writeCursor({ at: last.issued_at, id: last.id }) : null,
    };
  }

  private async total(where: RawBuilder<unknown>, bound: number | null): Promise<number> {
    const counted = await this.database.first(sql<{ total: number }>`
      select count(*)::int as total from (
        select from pass p join presence s on s.campus_id = p.campus_id and s.pass_id = p.id where ${where} limit ${bound}) as found
    `);
    return counted?.total ?? 0;
  }
}

function conditions({ campus, unit, gate, presence, from, until }: PersonFilter, now: Date): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (campus) parts.push(sql`p.campus_id = ${campus}`);
  if (unit) parts.push(sql`p.display ->> 'unitId' = ${unit}`);
  if (gate) parts.push(sql`s.gate_id = ${gate} and s.state = 'inside'`);
  if (presence) parts.push(sql`s.state = ${presence === 'outside' ? 'outside' : 'inside'}`);
  if (presence === 'overstayed')
    parts.push(sql`end_of_stay(p.period_until, p.weekdays, p.daily_from, p.daily_until, s.since) <= ${now}`);
  if (from) parts.push(sql`p.period_until > ${campusInstant(from)}`);
  if (until) parts.push(sql`p.period_from < ${campusInstant(addDays(until, 1))}`);
  return sql.join(parts, sql` and `);
}

/** Only passes of these campuses, and of visits to these units. */
export function seen({ campusIds, unitIds }: PassageScope): RawBuilder<unknown> {
  const campus = campusIds ? sql`p.campus_id = any(${campusIds}::uuid[])` : sql`true`;
  const unit = unitIds ? sql`p.display ->> 'unitId' = any(${unitIds}::text[])` : sql`true`;
  return sql`${campus} and ${unit}`;
}

const personRow = (row: PersonSqlRow, now: Date, shown: (name: string) => string): PersonRow => ({
  passId: row.id,
  visitId: row.visit_id,
  visitNumber: row.visit_number,
  personName: shown(row.person_name),
  documentMasked: row.document_masked,
  plate: row.plate,
  campus: { id: row.campus_id, name: row.campus_name },
  unitName: row.unit_name,
  hostName: row.host_name,
  period: periodShown(row),
  state: row.state,
  inside: row.inside,
  confidence: row.confidence,
  since: row.inside ? (row.since?.toISOString() ?? null) : null,
  gateName: row.inside ? row.gate_name : null,
  overdueMinutes:
    row.inside && row.stay_until <= now ? Math.floor((now.getTime() - row.stay_until.getTime()) / 60_000) : null,
});
