import { Injectable } from '@nestjs/common';
import { type Page, type PlateFilter, type PlatePage, type PlateRow } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { type RawBuilder, sql } from 'kysely';
import { readCursor, writeCursor } from '../../kernel/cursor.js';
import { type Sought } from '../../kernel/sought.js';
import { Database } from '../../platform/database/database.js';
import { type PassageScope } from './passage-filter.query.js';
import { passesSought } from './passes-sought.query.js';
import { seen } from './people.query.js';

const EXACT_BELOW = 1_000;

interface PlateSqlRow {
  id: string;
  issued_at: Date;
  plate: string;
  visit_id: string;
  visit_number: string;
  person_name: string;
  campus_id: string;
  campus_name: string;
  unit_name: string;
  host_name: string;
  period_from: Date;
  period_until: Date;
  inside: boolean;
}

/** The plates of all visits, each with the first person of the newest visit that has it, and whether anybody of it is inside. */
@Injectable()
export class PlatesQuery {
  constructor(private readonly database: Database) {}

  async page(filter: PlateFilter, scope: PassageScope, sought: Sought[] | null): Promise<PlatePage> {
    const where = this.where(filter, scope, sought);
    const page = await this.slice(where, filter, maskName);
    if (!filter.after && !page.next) return { ...page, total: page.items.length, exact: true };
    const total = await this.total(where, EXACT_BELOW);
    return { ...page, total, exact: total < EXACT_BELOW };
  }

  /** For reading everything: no number of all, names as they are when `isFull`. */
  batch(filter: PlateFilter, scope: PassageScope, sought: Sought[] | null, isFull: boolean): Promise<Page<PlateRow>> {
    return this.slice(this.where(filter, scope, sought), filter, isFull ? (name) => name : maskName);
  }

  count(filter: PlateFilter, scope: PassageScope, sought: Sought[] | null): Promise<number> {
    return this.total(this.where(filter, scope, sought), null);
  }

  private where(filter: PlateFilter, scope: PassageScope, sought: Sought[] | null): RawBuilder<unknown> {
    return sql`
      p.plate_key is not null and ${filter.campus ? sql`p.campus_id = ${filter.campus}` : sql`true`} and ${seen(scope)}
      and ${sought ? passesSought(sought) : sql`true`}
      and not exists (
        select from pass q where q.plate_key = p.plate_key and (q.issued_at, -q.person_index, q.id) > (p.issued_at, -p.person_index, p.id) and ${seenToo(scope)})`;
  }

  private async slice(
    where: RawBuilder<unknown>,
    filter: PlateFilter,
    shown: (name: string) => string,
  ): Promise<Page<PlateRow>> {
    const limit = filter.limit ?? 50;
    const cursor = readCursor(filter.after);
    const rows = await this.database.rows(sql<PlateSqlRow>`
      select p.id, p.issued_at, p.plate, p.visit_id, p.display ->> 'visitNumber' as visit_number, p.person_name, p.campus_id,
             c.name as campus_name, p.display ->> 'unitName' as unit_name, p.display ->> 'hostName' as host_name,
             p.period_from, p.period_until,
             exists (select from presence_fact f where f.visit_id = p.visit_id) as inside
      from pass p join campus c on c.id = p.campus_id
      where ${where} and ${cursor ? sql`(p.issued_at, p.id) < (${cursor.at}, ${cursor.id}::uuid)` : sql`true`}
      order by p.issued_at desc, p.id desc limit ${limit + 1}
    `);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map((row) => ({
        plate: row.plate,
        visitId: row.visit_id,
        visitNumber: row.visit_number,
        personName: shown(row.person_name),
        campus: { id: row.campus_id, name: row.campus_name },
        unitName: row.unit_name,
        hostName: row.host_name,
        period: { from: row.period_from.toISOString(), until: row.period_until.toISOString() },
        inside: row.inside,
      })),
      next: last ? writeCursor({ at: last.issued_at, id: last.id }) : null,
    };
  }

  private async total(where: RawBuilder<unknown>, bound: number | null): Promise<number> {
    const counted = await this.database.first(sql<{ total: number }>`
      select count(*)::int as total from (select from pass p where ${where} limit ${bound}) as found
    `);
    return counted?.total ?? 0;
  }
}

const seenToo = ({ campusIds, unitIds }: PassageScope) => sql`
  ${campusIds ? sql`q.campus_id = any(${campusIds}::uuid[])` : sql`true`}
  and ${unitIds ? sql`q.display ->> 'unitId' = any(${unitIds}::text[])` : sql`true`}`;
