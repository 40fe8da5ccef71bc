import { type ApprovalFilter, type ApprovalSubjectKind, type Text } from '@gatehouse/contract';
import { type RawBuilder, sql } from 'kysely';
import { type LeaderRule } from '../../approval/public.js';
import { addDays, campusInstant } from '../../kernel/campus-time.js';
import { wordsMatch } from './staff-visits.query.js';
import { type StepRow, visitColumns, type VisitSqlRow, visitTables } from './visit-row.js';

/** A step that lies or lay with somebody, with the visit that it is about. */
export interface StepSqlRow extends VisitSqlRow {
  approval_id: string;
  leader_rule: LeaderRule;
  subject_kind: ApprovalSubjectKind;
  my_step: StepRow;
  route_reasons: Text[];
  seen: boolean;
}

/** Whether this person has opened it. */
export const seenBy = (staffId: string) =>
  sql`exists (select from approval_seen_by b where b.approval_id = s.approval_id and b.staff_id = ${staffId})`;

/** What is read of a step for this person. */
export const stepColumns = (staffId: string) => sql`
  ${visitColumns}, ${seenBy(staffId)} as seen, s.approval_id, s.subject_kind, s.leader_rule, s.steps -> (s.position - 1) as my_step,
  (select r.route_reasons from approval_route r where r.approval_id = s.approval_id) as route_reasons
`;

export const stepTables = sql`approval_step s join ${visitTables} on s.subject_kind in ('visit', 'extension') and s.subject_id = v.id`;

/**
 * Own steps, and those of others that lie with this person too. The first line can use the index on steps; the others pick
 * the newest such step.
 */
export const mine = (staffId: string): RawBuilder<unknown> => {
  const [own, deputy] = [{ approverId: staffId }, { deputies: [{ id: staffId }] }];
  const isMine = (step: RawBuilder<unknown>) =>
    sql`(${step} @> ${JSON.stringify(own)}::jsonb or ${step} @> ${JSON.stringify(deputy)}::jsonb)`;
  return sql`(s.steps @> ${JSON.stringify([own])}::jsonb or s.steps @> ${JSON.stringify([deputy])}::jsonb)
    and ${isMine(sql`(s.steps -> (s.position - 1))`)} and not exists (
      select from jsonb_array_elements(s.steps) with ordinality as later (step, position)
      where later.position > s.position and ${isMine(sql`later.step`)}
    )`;
};

/** As whose deputy this person may decide the step. */
export const deputyOf = ({ deputies }: StepRow, staffId: string) => deputies?.find(({ id }) => id === staffId);

/** While a correction is asked for it is the visitor's turn. */
const waits = sql`s.state = 'waiting' and s.approval_state = 'open'`;
/** What waits for an answer now. */
export const toDo = sql`${waits} and (s.subject_kind <> 'visit' or v.correction is null)`;

/** Whether the step can still be decided. */
export const isOpen = ({ subject_kind, status, my_step, extension }: StepSqlRow): boolean =>
  my_step.state === 'waiting' &&
  (subject_kind === 'visit' ? status === 'pending' : status === 'approved' && !!extension);

/** What a filter of the list asks for. */
export function conditions({ state, q, from, until }: ApprovalFilter): RawBuilder<unknown> {
  const parts = [state === 'todo' ? toDo : state === 'done' ? sql`not (${waits})` : sql`true`];
  if (q) parts.push(wordsMatch(q));
  if (from) parts.push(sql`v.period_until > ${campusInstant(from)}`);
  if (until) parts.push(sql`v.period_from < ${campusInstant(addDays(until, 1))}`);
  return sql.join(parts, sql` and `);
}
