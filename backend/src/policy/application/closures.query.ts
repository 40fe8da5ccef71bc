import { type ClosurePreview, type ClosureRow } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';

interface ClosureSqlRow extends Omit<ClosureRow, 'begins' | 'ends' | 'declaredAt'> {
  begins: Date;
  ends: Date;
  declaredAt: Date;
}

interface MetRow {
  visitId: string;
  number: string;
  unitName: string;
  from: Date;
  until: Date;
  people: number;
}

/** Closures of one's campuses, and whom a closure meets. */
@Injectable()
export class ClosuresQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What is closed or will be first, then what was; 200 at most. */
  async list(campusIds: string[] | null): Promise<ClosureRow[]> {
    const now = this.clock.now();
    const rows = await this.database.rows(sql<ClosureSqlRow>`
      select * from (
        select c.id, jsonb_build_object('id', p.id, 'name', p.name) as campus,
          case when c.gate_id is null then null else jsonb_build_object('id', c.gate_id, 'name', coalesce(g.name, '')) end as gate,
          c.begins, least(c.ends, coalesce(c.ended_at, c.ends)) as ends, c.reason, c.declared_by as "by",
          c.declared_at as "declaredAt", c.ended_by as "endedBy",
          case when least(c.ends, coalesce(c.ended_at, c.ends)) <= ${now} then 'over' when c.begins > ${now} then 'ahead' else 'now' end as state
        from closure c join campus p on p.id = c.campus_id left join gate_of_campus g on g.gate_id = c.gate_id
        where ${campusIds ? sql`c.campus_id = any(${campusIds}::uuid[])` : sql`true`}
      ) as listed order by state = 'over', case when state = 'over' then -extract(epoch from begins) else extract(epoch from begins) end, id
      limit 200
    `);
    return rows.map((row) => ({
      ...row,
      begins: row.begins.toISOString(),
      ends: row.ends.toISOString(),
      declaredAt: row.declaredAt.toISOString(),
    }));
  }

  /** Reads the view `visit_under_rules`, which visit owns. */
  async preview({
    campusId,
    begins,
    ends,
  }: {
    campusId: string;
    begins: string;
    ends: string;
  }): Promise<ClosurePreview> {
    const met = sql`
      from visit_under_rules where campus_id = ${campusId} and status in ('pending', 'approved')
        and period_from < ${new Date(ends)} and period_until > greatest(${new Date(begins)}::timestamptz, ${this.clock.now()}::timestamptz)`;
    const sum = await this.database.first(sql<Omit<ClosurePreview, 'rows'>>`
      select count(*)::int as visits, coalesce(sum(people), 0)::int as people, count(distinct host_id)::int as hosts ${met}
    `);
    const rows = await this.database.rows(sql<MetRow>`
      select visit_id as "visitId", number, unit_name as "unitName", period_from as "from", period_until as "until", people
      ${met} order by period_from, visit_id limit 100
    `);
    return {
      ...(sum ?? { visits: 0, people: 0, hosts: 0 }),
      rows: rows.map((row) => ({ ...row, from: row.from.toISOString(), until: row.until.toISOString() })),
    };
  }
}
