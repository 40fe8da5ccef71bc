import {
  type DeciderRole,
  type NextStep,
  type PartyMemberView,
  type PeriodValue,
  type PolicySettings,
  type StepKind,
  type StepLevel,
  type VisitDocument,
  type VisitStatus,
  type WeeklyHours,
} from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { sql } from 'kysely';
import { type Correction } from '../domain/correction.js';
import { type AskedExtension, type JournalEntry } from '../domain/journal.js';
import { type PartyMember } from '../domain/party-member.js';
import { inOrder } from '../domain/visit-period.js';

/** A step as the view `approval_step` (owned by approval) gives it, folded into the visit's row. */
export interface StepRow {
  kind: StepKind;
  approverId: string;
  approverName: string;
  state: 'waiting' | 'agreed' | 'refused' | 'skipped';
  opinion: string | null;
  forVisitor?: boolean;
  openedAt: string;
  decidedAt: string | null;
  deputies?: { id: string; name: string; as: 'delegate' | 'leader' }[];
  decidedBy?: { id: string; name: string; as: DeciderRole };
  dueAt?: string;
  level?: StepLevel;
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
  weekly: WeeklyHours | null;
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
  campus_name_en: string;
  unit_id: string;
  unit_name: string;
  /** null where the university gave none */
  unit_name_en: string | null;
  host_id: string;
  host_name: string;
  host_left: boolean;
  unanswered: boolean;
  steps: StepRow[] | null;
  extension_steps: StepRow[] | null;
  correction: Correction | null;
  extension: AskedExtension | null;
  journal: JournalEntry[];
  held: HeldRow[] | null;
  /** the host had agreed in an invitation */
  pre_approved: boolean;
}

/** A photo or document as the view `photo_held` (owned by photo) gives it. */
export interface HeldRow {
  kind: 'face' | 'document';
  personIndex: number;
  documentKey: string | null;
  mediaType: string;
}

export const visitColumns = sql`
  v.id, v.number, v.status, v.transport, v.plate, v.period_from, v.period_until, v.weekly, v.purpose, v.reason, v.remark, v.party,
  v.closed_at, v.closing_note, v.requested_at, v.decided_at, v.campus_id, c.name as campus_name, c.name_en as campus_name_en,
  v.unit_id, u.name as unit_name, u.name_en as unit_name_en,
  v.host_id, h.name as host_name, not h.active as host_left,
  exists (
    select from approval_step a join staff_member l on l.id = a.approver_id
    where a.subject_kind in ('visit', 'extension') and a.subject_id = v.id and a.approval_state = 'open' and a.state = 'waiting' and not l.active
  ) as unanswered,
  (select a.steps from approval_step a where a.subject_kind = 'visit' and a.subject_id = v.id and a.position = 1) as steps,
  (select a.steps from approval_step a where a.subject_kind = 'extension' and a.subject_id = v.id and a.position = 1) as extension_steps,
  v.correction, v.extension, v.journal,
  (select jsonb_agg(jsonb_build_object('kind', f.kind, 'personIndex', f.person_index, 'documentKey', f.document_key, 'mediaType', f.media_type) order by f.claimed_at)
   from photo_held f where f.visit_id = v.id) as held,
  exists (select from invitation_use w where w.visit_id = v.id and w.pre_approved) as pre_approved
`;

export const visitTables = sql`
  visit v join campus c on c.id = v.campus_id join unit u on u.id = v.unit_id join staff_member h on h.id = v.host_id
`;

/** Where the visit lies now; the name is masked for visitors. */
export function nextStepOf(row: VisitSqlRow, masked: boolean): NextStep {
  if (row.status === 'pending' && row.correction) return { kind: 'visitor', who: '' };
  const waiting = row.status === 'pending' ? row.steps?.find(({ state }) => state === 'waiting') : undefined;
  if (!waiting) return { kind: 'none', who: '' };
  if (waiting.level === 'office') return { kind: 'office', who: '' };
  const asked = waiting.deputies?.filter(({ as }) => as === waiting.level).pop();
  const name = asked?.name ?? waiting.approverName;
  const kind = waiting.level === 'leader' ? 'leader' : waiting.kind;
  return { kind, who: masked ? maskName(name) : name };
}

export function partyOf(row: VisitSqlRow, masked: boolean): PartyMemberView[] {
  return row.party.map(({ index, name, documentKind, documentMasked, mobileMasked, organisation }) => ({
    index,
    name: masked ? maskName(name) : name,
    documentKind,
    documentMasked,
    mobileMasked,
    organisation,
    hasPhoto: row.held?.some((held) => held.kind === 'face' && held.personIndex === index) ?? false,
  }));
}

/** What an approver asks to be corrected, while it is open. */
export const correctionOf = ({ status, correction }: VisitSqlRow, masked: boolean): Correction | null =>
  status === 'pending' && correction
    ? { ...correction, askedBy: masked ? maskName(correction.askedBy) : correction.askedBy }
    : null;

/** The documents a visit holds, named as the rules name them. */
export function documentsOf(row: VisitSqlRow, { purposes }: PolicySettings): VisitDocument[] {
  const known = purposes.flatMap(({ documents }) => documents);
  return (row.held ?? []).flatMap(({ documentKey: key, mediaType }) => {
    if (!key) return [];
    const text = known.find((document) => document.key === key)?.text ?? { zh: key, en: key };
    return [{ key, text, mediaType }];
  });
}

export const periodOf = (row: Pick<VisitSqlRow, 'period_from' | 'period_until' | 'weekly'>): PeriodValue => ({
  from: row.period_from.toISOString(),
  until: row.period_until.toISOString(),
  ...(row.weekly && { weekly: inOrder(row.weekly) }),
});

/** State of a pass in the view `pass_of_visit`, which passage owns. */
export const passState = (now: Date) =>
  sql`case when revoked then 'revoked' when period_until <= ${now} then 'expired' else 'active' end`;
