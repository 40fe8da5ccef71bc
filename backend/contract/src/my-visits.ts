import type { Confidence } from './visit-life.js';
import type { Page, PeriodValue, Transport, VisitStatus } from './common.js';
import type { HistoryItem } from './visit.js';

/** `running`: under way, or somebody of it is still inside. */
export type MyVisitsWhen = 'today' | 'running' | 'coming' | 'past';

/** Query of GET /api/my-visits → MyVisitPage: approved visits to me, or to somebody for whom I stand in now. */
export interface MyVisitFilter {
  when: MyVisitsWhen;
  after?: string;
}

export interface MyVisitRow {
  id: string;
  number: string;
  status: VisitStatus;
  /** masked */
  applicantName: string;
  organisation: string | null;
  partySize: number;
  plate: string | null;
  campusName: string;
  period: PeriodValue;
  purpose: string;
  /** people whom the gates know to be on campus */
  inside: number;
  /** of those, people of whom somebody said that they left */
  presumedLeft: number;
  /** whose visitors they are, when not mine */
  inPlaceOf: string | null;
}

export type MyVisitPage = Page<MyVisitRow>;

export interface MyVisitPerson {
  index: number;
  /** masked */
  name: string;
  inside: boolean;
  confidence: Confidence;
  /** since when inside or outside; null before the first passage */
  since: string | null;
}

/** GET /api/my-visits/:id → MyVisit, for the host, his delegate, and whoever approved it. */
export interface MyVisit extends MyVisitRow {
  reason: string;
  transport: Transport;
  unitName: string;
  people: MyVisitPerson[];
  history: HistoryItem[];
  can: { revoke: boolean; moveEnd: boolean; answerStay: boolean };
  /** the latest end the rules allow; null when the end cannot be moved */
  latestEnd: string | null;
  /** the approval of a longer stay that waits for an answer */
  extensionApprovalId: string | null;
}

/** POST /api/my-visits/:id/revocation → 204. The visitor reads the reason. */
export interface RevokeVisitInput {
  reason: string;
}

/** POST /api/my-visits/:id/period → 204: a new end, later within the rules or earlier, but not before now. */
export interface MoveEndInput {
  until: string;
}

/** POST /api/my-visits/:id/stay → 204: is the party still there? Only a word, never an exit. */
export interface AnswerStayInput {
  answer: 'left' | 'unknown';
}

/** GET and PUT /api/my-messages: what I am told of my visitors. Questions about those still inside always come. */
export interface HostMessages {
  arrivals: boolean;
  departures: boolean;
}
