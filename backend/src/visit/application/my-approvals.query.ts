import { Injectable } from '@nestjs/common';
import {
  type ApprovalDetail,
  type ApprovalFilter,
  type ApprovalPage,
  type LeaderChoice,
  type Locale,
  type OpinionKind,
} from '@gatehouse/contract';
import { sql } from 'kysely';
import { Hosts } from '../../directory/public.js';
import { readCursor, writeCursor } from '../../kernel/cursor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { approvalTerms, Rules } from '../../policy/public.js';
import { Database } from '../../platform/database/database.js';
import { correctableFields } from '../domain/correction.js';
import { approvalRow, stepView } from './approval-views.js';
import {
  conditions,
  deputyOf,
  isOpen,
  mine,
  seenBy,
  stepColumns,
  type StepSqlRow,
  stepTables,
  toDo,
} from './my-steps.query.js';
import { OfficeCheck } from './office-check.js';
import { historyOf } from './visit-history.js';
import { documentsOf, partyOf } from './visit-row.js';

const PAGE = 20;

/** Never says that there is a list, let alone who stands on it. */
const askTheOffice: Record<Locale, string> = {
  zh: '请先联系保卫处核实来访人信息，再作决定。',
  en: 'Please check this visitor with the security office before you decide.',
};

const officeIsChecking: Record<Locale, string> = {
  zh: '保卫处核验中，暂时不能同意；如不接待，可以直接不同意。',
  en: 'The security office is checking this visit. You cannot agree yet; you can refuse.',
};

/** The steps that lie or lay with one member of staff, with the visits they are about. */
@Injectable()
export class MyApprovalsQuery {
  constructor(
    private readonly database: Database,
    private readonly hosts: Hosts,
    private readonly office: OfficeCheck,
    private readonly rules: Rules,
  ) {}

  async page(staffId: string, filter: ApprovalFilter): Promise<ApprovalPage> {
    const cursor = readCursor(filter.after);
    const rows = await this.database.rows(sql<StepSqlRow>`
      select ${stepColumns(staffId)} from ${stepTables}
      where ${mine(staffId)} and ${conditions(filter)}
        and (${cursor?.at ?? null}::timestamptz is null or (v.requested_at, v.id) < (${cursor?.at ?? null}, ${cursor?.id ?? null}::uuid))
      order by v.requested_at desc, v.id desc limit ${PAGE + 1}
    `);
    const waiting = await this.database.first(sql<{ count: number; unread: number }>`
      select count(*)::int as count, (count(*) filter (where not ${seenBy(staffId)}))::int as unread
      from ${stepTables} where ${mine(staffId)} and ${toDo}
    `);
    const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
    return {
      items: rows.slice(0, PAGE).map((row) => approvalRow(row, staffId)),
      next: last ? writeCursor({ at: last.requested_at, id: last.id }) : null,
      todoCount: waiting?.count ?? 0,
      unreadCount: waiting?.unread ?? 0,
    };
  }

  /** 404 for everybody who is no approver of it. The newest own step counts. */
  async detail(staffId: string, approvalId: string, locale: Locale): Promise<ApprovalDetail> {
    const row = await this.database.first(sql<StepSqlRow>`
      select ${stepColumns(staffId)} from ${stepTables} where ${mine(staffId)} and s.approval_id = ${approvalId} order by s.position desc limit 1
    `);
    if (!row) throw new DomainError('approval.not-found');
    const open = isOpen(row);
    const { warning, isHeld } = await this.officeWordOn(row, locale);
    const asLeader = row.my_step.kind === 'leader' || deputyOf(row.my_step, staffId)?.as === 'leader';
    const mayHand = open && !isHeld && !asLeader && row.leader_rule !== 'never';
    const leaders = mayHand ? await this.leadersFor(row.my_step.approverId) : [];
    const isVisit = row.subject_kind === 'visit';
    const steps = (isVisit ? row.steps : row.extension_steps) ?? [];
    const waiting = steps.find(({ state }) => state === 'waiting');
    return {
      ...approvalRow(row, staffId),
      unit: { id: row.unit_id, name: row.unit_name },
      hostName: row.host_name,
      transport: row.transport,
      remark: row.remark,
      party: partyOf(row, false),
      documents: documentsOf(row, (await this.rules.current()).settings),
      steps: steps.map(stepView),
      history: historyOf(row, false),
      warning,
      earlierVisits: await this.earlierVisits(row),
      can: {
        agree: open && !isHeld,
        refuse: open,
        handToLeader: mayHand && leaders.length > 0,
        mustHandToLeader: mayHand && row.leader_rule === 'always',
        askForCorrection: open && isVisit,
      },
      correctable: open && isVisit ? correctableFields(row.party, row.plate) : [],
      leaders,
      nextHandler: open || !waiting ? null : waiting.approverName,
      routeReasons: row.route_reasons.map((reason) => reason[locale]),
      riskNotes: await this.riskNotes(row.purpose, locale),
      drafts: open ? await this.drafts(staffId, approvalId) : {},
    };
  }

  private async drafts(staffId: string, approvalId: string): Promise<NonNullable<ApprovalDetail['drafts']>> {
    const rows = await this.database.rows(sql<{ intent: OpinionKind; opinion: string }>`
      select intent, opinion from approval_draft where approval_id = ${approvalId} and staff_id = ${staffId}
    `);
    return Object.fromEntries(rows.map(({ intent, opinion }) => [intent, opinion]));
  }

  private async riskNotes(purpose: string, locale: Locale): Promise<string[]> {
    const { riskNotes } = approvalTerms((await this.rules.current()).settings);
    return riskNotes
      .filter(({ purposes }) => purposes.length === 0 || purposes.includes(purpose))
      .map(({ text }) => text[locale]);
  }

  private async leadersFor(staffId: string): Promise<LeaderChoice[]> {
    const staff = await this.hosts.withId(staffId);
    const leaders = staff ? await this.hosts.leadersFor(staff) : [];
    return leaders.map(({ id, name, title, unitName }) => ({ id, name, title, unitName }));
  }

  private async officeWordOn(row: StepSqlRow, locale: Locale): Promise<{ warning: string | null; isHeld: boolean }> {
    const levels = await this.office.levels({ ...row, campusId: row.campus_id });
    const isHeld = levels.includes('refuse') && isOpen(row);
    if (isHeld) return { warning: officeIsChecking[locale], isHeld };
    return { warning: levels.some((level) => level !== 'none') ? askTheOffice[locale] : null, isHeld };
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
