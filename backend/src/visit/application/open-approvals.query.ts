import { Injectable } from '@nestjs/common';
import { type OpenApprovalRow } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { type RawBuilder, sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { type VisitScope, within } from './staff-visits.query.js';
import { periodOf, type StepRow, visitColumns, type VisitSqlRow, visitTables } from './visit-row.js';

const MOST = 200;

interface Row extends VisitSqlRow {
  approval_id: string;
  waiting: StepRow;
  chased_at: Date | null;
}

const waiting = sql`s.steps -> (s.position - 1)`;
const tables = sql`
  approval_step s join ${visitTables} on s.subject_kind = 'visit' and s.subject_id = v.id join approval_route r on r.approval_id = s.approval_id
`;

/** Steps that nobody has decided yet, for the security office: what is late comes first. */
@Injectable()
export class OpenApprovalsQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async rows(scope: VisitScope, isLate: boolean): Promise<OpenApprovalRow[]> {
    const late = sql`(${waiting} ->> 'level' = 'office' or (${waiting} ->> 'dueAt')::timestamptz <= ${this.clock.now()})`;
    const rows = await this.select(sql`${within(scope)} and ${isLate ? late : sql`true`}`);
    return rows.map(openRow);
  }

  /** The visit an open approval is about; 404 outside the scope. */
  async visitOf(approvalId: string, scope: VisitScope): Promise<string> {
    const [row] = await this.select(sql`s.approval_id = ${approvalId} and ${within(scope)}`);
    if (!row) throw new DomainError('approval.not-found');
    return row.id;
  }

  private select(condition: RawBuilder<unknown>): Promise<Row[]> {
    return this.database.rows(sql<Row>`
      select ${visitColumns}, s.approval_id, ${waiting} as waiting, r.chased_at from ${tables}
      where s.approval_state = 'open' and s.state = 'waiting' and ${condition}
      order by ${waiting} ->> 'level' = 'office' desc nulls last, v.period_from, v.id limit ${MOST}
    `);
  }
}

const openRow = (row: Row): OpenApprovalRow => ({
  id: row.approval_id,
  visitId: row.id,
  number: row.number,
  applicantName: maskName(row.party[0]?.name ?? ''),
  partySize: row.party.length,
  campus: { id: row.campus_id, name: row.campus_name },
  unit: { id: row.unit_id, name: row.unit_name },
  hostName: row.host_name,
  period: periodOf(row),
  purpose: row.purpose,
  step: row.waiting.kind,
  approverName: row.waiting.approverName,
  deputies: (row.waiting.deputies ?? []).map(({ name }) => name),
  openedAt: row.waiting.openedAt,
  dueAt: row.waiting.dueAt ?? null,
  level: row.waiting.level ?? 'approver',
  chasedAt: row.chased_at?.toISOString() ?? null,
});
