import type { Correction, CorrectableField, ExtensionAsked } from './visit-life.js';
import type { HistoryItem, PartyMemberView } from './visit.js';
import type { Named, Page, PeriodValue, Transport, VisitStatus } from './common.js';
import type { LeaderChoice } from './directory.js';
import type { VisitDocument } from './photo.js';

export type StepKind = 'host' | 'leader';
/** `extension`: a visitor asks to stay longer than approved */
export type ApprovalSubjectKind = 'visit' | 'extension';
export type StepState = 'waiting' | 'agreed' | 'refused' | 'skipped';
/** How far an unanswered step has gone up. */
export type StepLevel = 'approver' | 'delegate' | 'leader' | 'office';
/** By what right somebody decided. */
export type DeciderRole = 'approver' | 'delegate' | 'leader' | 'office';

/** Query of GET /api/approvals → ApprovalPage (signed-in staff: only own steps). */
export interface ApprovalFilter {
  state: 'todo' | 'done' | 'all';
  q?: string;
  from?: string;
  until?: string;
  after?: string;
}

export interface ApprovalRow {
  /** id of the approval */
  id: string;
  visitId: string;
  number: string;
  visitStatus: VisitStatus;
  /** what is decided: the visit itself, or a longer stay */
  subject: ApprovalSubjectKind;
  /** the longer stay that is asked for; null for the visit itself and once decided */
  extension: ExtensionAsked | null;
  /** asked of the visitor and not answered yet */
  correction: Correction | null;
  /** my step */
  step: StepKind;
  state: StepState;
  applicantName: string;
  organisation: string | null;
  partySize: number;
  plate: string | null;
  campusName: string;
  period: PeriodValue;
  purpose: string;
  reason: string;
  requestedAt: string;
  /** in whose place I am asked; null when the step is my own */
  inPlaceOf?: string | null;
  /** until when an answer is expected */
  dueAt?: string | null;
  /** waits for me and I have not opened it yet */
  unread?: boolean;
}

export interface ApprovalPage extends Page<ApprovalRow> {
  todoCount: number;
  unreadCount?: number;
}

/** GET /api/approvals/:id → ApprovalDetail (only an approver of it). */
export interface ApprovalDetail extends ApprovalRow {
  unit: Named;
  hostName: string;
  transport: Transport;
  remark: string | null;
  party: PartyMemberView[];
  documents?: VisitDocument[];
  steps: ApprovalStepView[];
  history: HistoryItem[];
  /** sentence for the approver when screening says so; never names a list or a reason */
  warning: string | null;
  earlierVisits: number;
  /** what the signed-in person can do now */
  can: { agree: boolean; refuse: boolean; handToLeader: boolean; mustHandToLeader: boolean; askForCorrection: boolean };
  /** what a correction can be asked of */
  correctable: CorrectableField[];
  leaders: LeaderChoice[];
  /** name of whoever decides after an agreement here; null when the agreement is the last one */
  nextHandler: string | null;
  /** why a leader must decide too, in the reader's language; empty when none must */
  routeReasons?: string[];
  /** what the office wants approvers of such visits to read */
  riskNotes?: string[];
  /** opinions I began and have not sent, the same on phone and PC */
  drafts?: { agree?: string; refuse?: string };
}

export interface ApprovalStepView {
  kind: StepKind;
  approverName: string;
  state: StepState;
  opinion: string | null;
  decidedAt: string | null;
  /** who decided in the approver's place; absent when the approver did */
  decidedBy?: { name: string; as: DeciderRole } | null;
  /** who may decide as well while it waits */
  deputies?: { name: string; as: 'delegate' | 'leader' }[];
  dueAt?: string | null;
  level?: StepLevel;
}

/** POST /api/approvals/:id/agreement → 204. With `leaderId` the visit goes on to that leader. */
export interface AgreeInput {
  opinion?: string;
  /** the visitor may read the opinion; without it only staff can. The reason of a refusal is always for the visitor. */
  forVisitor?: boolean;
  leaderId?: string;
  /** less time than asked for, within it */
  period?: PeriodValue;
}

/** POST /api/approvals/:id/refusal → 204. */
export interface RefuseInput {
  opinion: string;
}
