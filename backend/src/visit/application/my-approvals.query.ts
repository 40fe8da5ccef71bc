import { Injectable } from '@nestjs/common';
import {
  type ApprovalDetail,
  type ApprovalFilter,
  type ApprovalPage,
  type ApprovalRow,
  type ApprovalSubjectKind,
  type LeaderChoice,
  type Locale,
} from '@gatehouse/contract';
import { type RawBuilder, sql } from 'kysely';
import { type LeaderRule } from '../../approval/public.js';
import { Hosts } from '../../directory/public.js';
import { addDays, campusInstant } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { readCursor, writeCursor } from '../../kernel/cursor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { Screening } from '../../watchlist/public.js';
import { wordsMatch } from './staff-visits.query.js';
import { correctableFields } from '../domain/correction.js';
import { historyOf } from './visit-history.js';
import {
  correctionOf,
  partyOf,
  periodOf,
  type StepRow,
  visitColumns,
  type VisitSqlRow,
  visitTables,
} from './visit-row.js';

const PAGE = 20;

/** Never says that there is a list, let alone who stands on it. */
const askTheOffice: Record<Locale, string> = {
  zh: '请先联系保卫处核实来访人信息，再作决定。',
  en: 'Please check this visitor with the security office before you decide.',
};

interface StepSqlRow extends VisitSqlRow {
  approval_id: string;
  leader_rule: LeaderRule;
  subject_kind: ApprovalSubjectKind;
  my_kind: StepRow['kind'];
  my_state: StepRow['state'];
  plate_key: string | null;
}

const stepColumns = sql`${visitColumns}, v.plate_key, s.approval_id, s.subject_kind, s.leader_rule, s.kind as my_kind, s.state as my_state`;
const stepTables = sql`approval_step s join ${visitTables} on s.subject_kind in ('visit', 'extension') and s.subject_id = v.id`;

/** The steps that lie or lay with one member of staff, with the visits they are about. */
@Injectable()
export class MyApprovalsQuery {
  constructor(
    private readonly database: Database,
    private readonly hosts: Hosts,
    private readonly screening: Screening,
    private readonly clock: Clock,
  ) {}

  async page(staffId: string, filter: ApprovalFilter): Promise<ApprovalPage> {
    const cursor = readCursor(filter.after);
    const rows = await this.database.rows(sql<StepSqlRow>`
      select ${stepColumns} from ${stepTables}
      where ${mine(staffId)} and ${conditions(filter)}
        and (${cursor?.at ?? null}::timestamptz is null or (v.requested_at, v.id) < (${cursor?.at ?? null}, ${cursor?.id ?? null}::uuid))
      order by v.requested_at desc, v.id desc limit ${PAGE + 1}
    `);
    const waiting = await this.database.first(sql<{ count: number }>`
      select count(*)::int as count from ${stepTables} where ${mine(staffId)} and ${toDo}
    `);
    const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
    return {
      items: rows.slice(0, PAGE).map(approvalRow),
      next: last ? writeCursor({ at: last.requested_at, id: last.id }) : null,
      todoCount: waiting?.count ?? 0,
    };
  }

  /** 404 for everybody who is no approver of it. The newest own step counts. */
  async detail(staffId: string, approvalId: string, locale: Locale): Promise<ApprovalDetail> {
    const row = await this.database.first(sql<StepSqlRow>`
      select ${stepColumns} from ${stepTables} where ${mine(staffId)} and s.approval_id = ${approvalId} order by s.position desc limit 1
    `);
    if (!row) throw new DomainError('approval.not-found');
    const open = isOpen(row);
    const mayHand = open && row.my_kind === 'host' && row.leader_rule !== 'never';
    const leaders = mayHand ? await this.leadersFor(staffId) : [];
    const isVisit = row.subject_kind === 'visit';
    const steps = (isVisit ? row.steps : row.extension_steps) ?? [];
    const waiting = steps.find(({ state }) => state === 'waiting');
    return {
      ...approvalRow(row),
      unit: { id: row.unit_id, name: row.unit_name },
      hostName: row.host_name,
      transport: row.transport,
      remark: row.remark,
      party: partyOf(row, false),
      steps: steps.map(({ kind, approverName, state, opinion, decidedAt }) => ({
        kind,
        approverName,
        state,
        opinion,
        decidedAt,
      })),
      history: historyOf(row, false),
      warning: await this.warningFor(row, locale),
      earlierVisits: await this.earlierVisits(row),
      can: {
        agree: open,
        refuse: open,
        handToLeader: mayHand && leaders.length > 0,
        mustHandToLeader: mayHand && row.leader_rule === 'always',
        askForCorrection: open && isVisit,
      },
      correctable: open && isVisit ? correctableFields(row.party, row.plate) : [],
      leaders,
      nextHandler: open || !waiting ? null : waiting.approverName,
    };
  }

  private async leadersFor(staffId: string): Promise<LeaderChoice[]> {
    const staff = await this.hosts.withId(staffId);
    const leaders = staff ? await this.hosts.leadersFor(staff) : [];
    return leaders.map(({ id, name, title, unitName }) => ({ id, name, title, unitName }));
  }

  private async warningFor(row: StepSqlRow, locale: Locale): Promise<string | null> {
    const keys = row.party.map(({ documentIndex, mobileIndex }, at) => ({
      documentIndex: Buffer.from(documentIndex, 'hex'),
      mobileIndex: mobileIndex ? Buffer.from(mobileIndex, 'hex') : null,
      plateKey: at === 0 ? row.plate_key : null,
    }));
    const levels = await this.screening.levels(keys, this.clock.now());
    return levels.some((level) => level !== 'none') ? askTheOffice[locale] : null;
  }

  private async earlierVisits(row: StepSqlRow): Promise<number> {
    const probe = JSON.stringify([{ documentIndex: row.party[0]?.documentIndex }]);
    const found = await this.database.first(sql<{ count: number }>`
      select count(*)::int as count from visit
      where party @> ${probe}::jsonb and host_id = ${row.host_id} and id <> ${row.id} and status in ('approved', 'expired') and decided_at is not null
    `);
    return found?.count ?? 0;
  }
}

/** The condition on all steps lets PostgreSQL use the index on approvers; the others pick the newest own step. */
const mine = (staffId: string): RawBuilder<unknown> => sql`
  s.steps @> ${JSON.stringify([{ approverId: staffId }])}::jsonb and s.approver_id = ${staffId} and not exists (
    select from jsonb_array_elements(s.steps) with ordinality as later (step, position)
    where later.position > s.position and later.step ->> 'approverId' = ${staffId}
  )`;

/** While a correction is asked for it is the visitor's turn. */
const waits = sql`s.state = 'waiting' and s.approval_state = 'open'`;
const toDo = sql`${waits} and (s.subject_kind <> 'visit' or v.correction is null)`;

const isOpen = ({ subject_kind, status, my_state, extension }: StepSqlRow): boolean =>
  my_state === 'waiting' && (subject_kind === 'visit' ? status === 'pending' : status === 'approved' && !!extension);

function conditions({ state, q, from, until }: ApprovalFilter): RawBuilder<unknown> {
  const parts = [state === 'todo' ? toDo : state === 'done' ? sql`not (${waits})` : sql`true`];
  if (q) parts.push(wordsMatch(q));
  if (from) parts.push(sql`v.period_until > ${campusInstant(from)}`);
  if (until) parts.push(sql`v.period_from < ${campusInstant(addDays(until, 1))}`);
  return sql.join(parts, sql` and `);
}

const approvalRow = (row: StepSqlRow): ApprovalRow => ({
  id: row.approval_id,
  visitId: row.id,
  number: row.number,
  visitStatus: row.status,
  subject: row.subject_kind,
  extension: row.subject_kind === 'extension' && isOpen(row) ? row.extension : null,
  correction: row.subject_kind === 'visit' ? correctionOf(row, false) : null,
  step: row.my_kind,
  state: row.my_state,
  applicantName: row.party[0]?.name ?? '',
  organisation: row.party[0]?.organisation ?? null,
  partySize: row.party.length,
  plate: row.plate,
  campusName: row.campus_name,
  period: periodOf(row),
  purpose: row.purpose,
  reason: row.reason,
  requestedAt: row.requested_at.toISOString(),
});
