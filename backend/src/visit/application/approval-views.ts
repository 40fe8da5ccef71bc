import { type ApprovalRow, type ApprovalStepView } from '@gatehouse/contract';
import { isOpen, type StepSqlRow } from './my-steps.query.js';
import { correctionOf, periodOf, type StepRow } from './visit-row.js';

/** A line of the to-do list. */
export const approvalRow = (row: StepSqlRow, staffId: string): ApprovalRow => ({
  id: row.approval_id,
  visitId: row.id,
  number: row.number,
  visitStatus: row.status,
  subject: row.subject_kind,
  extension: row.subject_kind === 'extension' && isOpen(row) ? row.extension : null,
  correction: row.subject_kind === 'visit' ? correctionOf(row, false) : null,
  step: row.my_step.kind,
  state: row.my_step.state,
  applicantName: row.party[0]?.name ?? '',
  organisation: row.party[0]?.organisation ?? null,
  partySize: row.party.length,
  plate: row.plate,
  campusName: row.campus_name,
  period: periodOf(row),
  purpose: row.purpose,
  reason: row.reason,
  requestedAt: row.requested_at.toISOString(),
  inPlaceOf: row.my_step.approverId === staffId ? null : row.my_step.approverName,
  dueAt: row.my_step.state === 'waiting' ? (row.my_step.dueAt ?? null) : null,
  unread: isOpen(row) && !row.seen,
});

/** A step as the detail shows it. */
export const stepView = (step: StepRow): ApprovalStepView => ({
  kind: step.kind,
  approverName: step.approverName,
  state: step.state,
  opinion: step.opinion,
  decidedAt: step.decidedAt,
  decidedBy:
    step.decidedBy && step.decidedBy.as !== 'approver' ? { name: step.decidedBy.name, as: step.decidedBy.as } : null,
  deputies: (step.deputies ?? []).map(({ name, as }) => ({ name, as })),
  dueAt: step.state === 'waiting' ? (step.dueAt ?? null) : null,
  level: step.level ?? 'approver',
});
