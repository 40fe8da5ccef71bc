import {
  type HistoryItem,
  type NextStep,
  type PartyMemberView,
  type StepKind,
  type VisitStatus,
} from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { sql } from 'kysely';
import { type PartyMember } from '../domain/party-member.js';

/** A step as the view `approval_step` (owned by approval) gives it, folded into the visit's row. */
export interface StepRow {
  kind: StepKind;
  approverName: string;
  state: 'waiting' | 'agreed' | 'refused' | 'skipped';
  opinion: string | null;
  decidedAt: string | null;
}

/** The columns every list and detail of visits starts from. */
export interface VisitSqlRow {
  id: string;
  number: string;
  status: VisitStatus;
  transport: 'car' | 'foot';
  plate: string | null;
  period_from: Date;
  period_until: Date;
  purpose: string;
  reason: string;
  remark: string | null;
  party: PartyMember[];
  closed_at: Date | null;
  closing_note: string | null;
  requested_at: Date;
  decided_at: Date | null;
  campus_id: string;
  campus_name: string;
  unit_id: string;
  unit_name: string;
  host_id: string;
  host_name: string;
  steps: StepRow[] | null;
}

export const visitColumns = sql`
  v.id, v.number, v.status, v.transport, v.plate, v.period_from, v.period_until, v.purpose, v.reason, v.remark, v.party,
  v.closed_at, v.closing_note, v.requested_at, v.decided_at, v.campus_id, c.name as campus_name, v.unit_id, u.name as unit_name,
  v.host_id, h.name as host_name,
  (select a.steps from approval_step a where a.subject_kind = 'visit' and a.subject_id = v.id and a.position = 1) as steps
`;

export const visitTables = sql`
  visit v join campus c on c.id = v.campus_id join unit u on u.id = v.unit_id join staff_member h on h.id = v.host_id
`;

/** Where the visit lies now; the name is masked for visitors. */
export function nextStepOf(row: VisitSqlRow, masked: boolean): NextStep {
  const waiting = row.status === 'pending' ? row.steps?.find(({ state }) => state === 'waiting') : undefined;
  if (!waiting) return { kind: 'none', who: '' };
  return { kind: waiting.kind, who: masked ? maskName(waiting.approverName) : waiting.approverName };
}

export function partyOf(row: VisitSqlRow, masked: boolean): PartyMemberView[] {
  return row.party.map(({ index, name, documentKind, documentMasked, mobileMasked, organisation }) => ({
    index,
    name: masked ? maskName(name) : name,
    documentKind,
    documentMasked,
    mobileMasked,
    organisation,
  }));
}

/** What happened to the visit, oldest first. */
export function historyOf(row: VisitSqlRow, masked: boolean): HistoryItem[] {
  const show = (name: string) => (masked ? maskName(name) : name);
  const items: HistoryItem[] = [
    { at: row.requested_at.toISOString(), kind: 'requested', who: show(row.party[0]?.name ?? ''), opinion: null },
  ];
  row.steps?.forEach((step, position) => {
    if (!step.decidedAt) return;
    const kind = `${step.kind}-${step.state}`;
    items.push({ at: step.decidedAt, kind, who: show(step.approverName), opinion: step.opinion });
    const handedTo = row.steps?.[position + 1];
    if (handedTo) items.push({ at: step.decidedAt, kind: 'handed', who: show(handedTo.approverName), opinion: null });
  });
  if (row.decided_at && row.status !== 'declined')
    items.push({ at: row.decided_at.toISOString(), kind: 'approved', who: '', opinion: null });
  if (row.closed_at)
    items.push({ at: row.closed_at.toISOString(), kind: row.status, who: '', opinion: row.closing_note });
  return items;
}

export const periodOf = (row: VisitSqlRow) => ({
  from: row.period_from.toISOString(),
  until: row.period_until.toISOString(),
});

/** State of a pass in the view `pass_of_visit`, which passage owns. */
export const passState = (now: Date) =>
  sql`case when revoked then 'revoked' when period_until <= ${now} then 'expired' else 'active' end`;
