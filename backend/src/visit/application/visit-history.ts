import { type HistoryItem } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { type StepRow, type VisitSqlRow } from './visit-row.js';

/** Between the office and the host alone. */
const internal: ReadonlySet<string> = new Set(['office-asked', 'office-said-left']);

/** That somebody left, by the visitor's word, or that the system closed; the name as it is to be shown. */
export interface LeftClaim {
  at: string;
  kind: 'left-claimed' | 'closed-by-system';
  personName: string;
}

/** What visitors themselves said, and where the system gave up; the word of host and office is in the journal. */
export const claimsOf = (
  rows: { person_name: string; left_claimed_at: Date | null; left_claimed_by: string; closed_at?: Date | null }[],
): LeftClaim[] =>
  rows.flatMap(({ left_claimed_at: at, left_claimed_by: by, closed_at: closedAt, person_name: personName }) => [
    ...(at && by === 'visitor' ? [{ at: at.toISOString(), kind: 'left-claimed' as const, personName }] : []),
    ...(closedAt ? [{ at: closedAt.toISOString(), kind: 'closed-by-system' as const, personName }] : []),
  ]);

/**
 * What happened to the visit, oldest first. For the visitor names are masked, and of the opinions he sees the reason of
 * a refusal always, that of an agreement when its author left it for him.
 */
export function historyOf(row: VisitSqlRow, forVisitor: boolean, claims: LeftClaim[] = []): HistoryItem[] {
  const show = (name: string) => (forVisitor ? maskName(name) : name);
  const items: HistoryItem[] = [
    { at: row.requested_at.toISOString(), kind: 'requested', who: show(row.party[0]?.name ?? ''), opinion: null },
    ...stepItems(row.steps ?? [], forVisitor, row.pre_approved),
    ...row.journal
      .filter(({ kind }) => !forVisitor || !internal.has(kind))
      .map(({ at, kind, who, notes, words, period }) => ({
        at,
        kind,
        who: show(who ?? ''),
        opinion: forVisitor && kind === 'office-prolonged' ? null : (words ?? null),
        ...(notes && { notes }),
        ...(period && { period }),
      })),
    ...stepItems(row.extension_steps ?? [], forVisitor).map((item) => ({
      ...item,
      kind: item.kind.replace('host', 'extension'),
    })),
  ];
  if (row.decided_at && row.status !== 'declined')
    items.push({ at: row.decided_at.toISOString(), kind: 'approved', who: '', opinion: null });
  if (row.decided_at && isDeclinedByOffice(row)) {
    const opinion = forVisitor ? null : row.closing_note;
    items.push({ at: row.decided_at.toISOString(), kind: 'declined', who: '', opinion });
  }
  for (const { at, kind, personName } of claims) items.push({ at, kind, who: personName, opinion: null });
  if (row.closed_at && !row.journal.some(({ kind }) => kind === 'revoked'))
    items.push({ at: row.closed_at.toISOString(), kind: row.status, who: '', opinion: row.closing_note });
  return items.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Declined although no step was refused. */
const isDeclinedByOffice = ({ status, steps }: VisitSqlRow): boolean =>
  status === 'declined' && !steps?.some(({ state }) => state === 'refused');

/** What a host agreed to in an invitation was decided before there was a visit: his first step. */
function stepItems(steps: StepRow[], forVisitor: boolean, isPreApproved = false): HistoryItem[] {
  return steps.flatMap((step, position) => {
    if (!step.decidedAt) return [];
    const show = (name: string) => (forVisitor ? maskName(name) : name);
    const isShown = !forVisitor || step.state === 'refused' || step.forVisitor !== false;
    const next = steps[position + 1];
    if (step.state === 'skipped')
      return next ? [{ at: step.decidedAt, kind: 'moved', who: show(next.approverName), opinion: null }] : [];
    const decision = decisionOf(step, step.decidedAt, isShown ? step.opinion : null, show);
    const items = [isPreApproved && position === 0 ? { ...decision, kind: 'pre-approved' } : decision];
    if (next?.kind === 'leader' && step.kind === 'host')
      items.push({ at: step.decidedAt, kind: 'handed', who: show(next.approverName), opinion: null });
    return items;
  });
}

/** Both names where somebody decided in another's place. */
function decisionOf(step: StepRow, at: string, opinion: string | null, show: (name: string) => string): HistoryItem {
  const { decidedBy } = step;
  const instead = decidedBy && decidedBy.as !== 'approver' ? decidedBy : null;
  const kind = `${instead?.as === 'office' ? 'office' : step.kind}-${step.state}`;
  const who = show(instead?.name ?? step.approverName);
  return { at, kind, who, ...(instead && { inPlaceOf: show(step.approverName) }), opinion };
}
