import {
  type IncidentFilter,
  type IncidentPage,
  type IncidentRow,
  type IncidentScan,
  type Page,
} from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { readCursor, writeCursor } from '../../kernel/cursor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { type PassageScope } from './passage-filter.query.js';

interface IncidentSqlRow {
  id: string;
  kind: IncidentRow['kind'];
  state: IncidentRow['state'];
  found_at: Date;
  campus_id: string;
  campus_name: string;
  person_name: string | null;
  visit_id: string | null;
  visit_number: string | null;
  claims: Record<string, IncidentScan['claimed']>;
  scans: (Omit<IncidentScan, 'claimed' | 'at' | 'learnedAt'> & { at: string; learnedAt: string })[] | null;
  finding: NonNullable<IncidentRow['closing']>['finding'] | null;
  finding_note: string | null;
  closed_by_name: string | null;
  closed_at: Date | null;
}

const EXACT_BELOW = 10_000;

/** What the office must look at, newest first. */
@Injectable()
export class IncidentsQuery {
  constructor(private readonly database: Database) {}

  async page(filter: IncidentFilter, scope: PassageScope): Promise<IncidentPage> {
    const total = await this.count(filter, scope, EXACT_BELOW);
    return { ...(await this.batch(filter, scope)), total, exact: total < EXACT_BELOW };
  }

  /** For reading everything: no number of all. */
  async batch(filter: IncidentFilter, scope: PassageScope): Promise<Page<IncidentRow>> {
    const limit = filter.limit ?? 50;
    const cursor = readCursor(filter.after);
    const rows = await this.rows(
      sql`${conditions(filter, scope)} and ${cursor ? sql`(i.found_at, i.id) < (${cursor.at}, ${cursor.id}::uuid)` : sql`true`}
          order by i.found_at desc, i.id desc limit ${limit + 1}`,
    );
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map(incidentRow),
      next: last ? writeCursor({ at: last.found_at, id: last.id }) : null,
    };
  }

  async count(filter: IncidentFilter, scope: PassageScope, bound: number | null = null): Promise<number> {
    const counted = await this.database.first(sql<{ total: number }>`
      select count(*)::int as total from (
        select from incident i left join pass p on p.id = i.pass_id where ${conditions(filter, scope)} limit ${bound}) as found
    `);
    return counted?.total ?? 0;
  }

  async one(id: string, scope: PassageScope): Promise<IncidentRow> {
    const [row] = await this.rows(sql`${conditions({}, scope)} and i.id = ${id}`);
    if (!row) throw new DomainError('incident.not-found');
    return incidentRow(row);
  }

  private rows(where: ReturnType<typeof sql>): Promise<IncidentSqlRow[]> {
    return this.database.rows(sql<IncidentSqlRow>`
      select i.id, i.kind, i.state, i.found_at, i.campus_id, c.name as campus_name, p.person_name, i.visit_id,
             p.display ->> 'visitNumber' as visit_number, i.claims, i.finding, i.finding_note, i.closed_by_name, i.closed_at,
             (select jsonb_agg(jsonb_build_object(
                'passageId', f.id, 'at', f.at, 'learnedAt', f.learned_at, 'direction', f.direction, 'outcome', f.outcome,
                'gate', jsonb_build_object('id', f.gate_id, 'name', f.gate_name), 'deviceName', f.device_name,
                'by', f.outcome_by, 'skewSeconds', f.skew_seconds, 'offline', f.offline) order by f.at, f.id)
              from passage_fact f where f.campus_id = i.campus_id and f.id = any(i.passage_ids)) as scans
      from incident i join campus c on c.id = i.campus_id left join pass p on p.id = i.pass_id
      where ${where}
    `);
  }
}

function conditions({ state, kind, campus }: IncidentFilter, { campusIds, unitIds }: PassageScope) {
  const parts = [sql`true`];
  if (state) parts.push(sql`i.state = ${state}`);
  if (kind) parts.push(sql`i.kind = ${kind}`);
  if (campus) parts.push(sql`i.campus_id = ${campus}`);
  if (campusIds) parts.push(sql`i.campus_id = any(${campusIds}::uuid[])`);
  if (unitIds) parts.push(sql`p.display ->> 'unitId' = any(${unitIds}::text[])`);
  return sql.join(parts, sql` and `);
}

const incidentRow = (row: IncidentSqlRow): IncidentRow => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  foundAt: row.found_at.toISOString(),
  campus: { id: row.campus_id, name: row.campus_name },
  personName: row.person_name && maskName(row.person_name),
  visitId: row.visit_id,
  visitNumber: row.visit_number,
  scans: (row.scans ?? []).map((scan) => ({
    ...scan,
    at: new Date(scan.at).toISOString(),
    learnedAt: new Date(scan.learnedAt).toISOString(),
    claimed: row.claims[scan.passageId] ?? null,
  })),
  closing:
    row.finding && row.closed_at
      ? {
          finding: row.finding,
          note: row.finding_note ?? '',
          by: row.closed_by_name ?? '',
          at: row.closed_at.toISOString(),
        }
      : null,
});
