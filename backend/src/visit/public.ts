import { type Transport, type VisitStatus, type WeeklyHours } from '@gatehouse/contract';

export {
  VisitApproved,
  VisitCancelled,
  VisitChanged,
  VisitCorrectionAsked,
  VisitDeclined,
  VisitEndMoved,
  VisitEndNeared,
  VisitErased,
  VisitExpired,
  VisitExtended,
  VisitExtensionRefused,
  VisitMetBlacklist,
  VisitOfficeSaidLeft,
  VisitMetClosure,
  VisitOverstayed,
  VisitRequested,
  VisitRevoked,
  VisitStayAnswered,
  VisitStayChased,
  VisitStayUnanswered,
} from './domain/events.js';

import { currentNotice } from './application/privacy-notice.js';

export { RequestVisit } from './application/request-visit.js';
/** The notice in force: whoever gives data has seen it. */
export const noticeVersion = currentNotice.version;

export { InvitationBatchMade } from './domain/invitation-batch.js';

/** A person of the party as other contexts see them: sealed, indexed, masked. The first is the applicant. */
export interface PartyMemberFacts {
  index: number;
  /** key under which this person's data are sealed, see `PersonVault` */
  personKeyId: string;
  name: string;
  documentKind: string;
  documentMasked: string;
  /** last four characters, for comparison at the gate */
  documentTail: string;
  documentIndex: Buffer;
  mobileIndex: Buffer | null;
}

export interface VisitFacts {
  id: string;
  number: string;
  status: VisitStatus;
  campusId: string;
  unitId: string;
  unitName: string;
  hostId: string;
  hostName: string;
  transport: Transport;
  plate: string | null;
  /** long-term with `weekly`: the days and hours within it */
  period: { from: Date; until: Date; weekly?: WeeklyHours };
  /** daily hours in campus time `HH:mm`, null when the pass holds the whole day */
  dailyHours: { from: string; until: string } | null;
  party: PartyMemberFacts[];
  /** why it was called off, in the words of who did */
  closingNote: string | null;
  /** language the visitor booked in */
  locale: 'zh' | 'en';
}

/** Visits as seen from outside. */
export abstract class VisitBook {
  abstract facts(visitId: string): Promise<VisitFacts>;
  /** The applicant's mobile number in clear, for sending a message; null once erased. Never for display. */
  abstract applicantMobile(visitId: string): Promise<string | null>;
  /** Birth dates of the party (`YYYY-MM-DD`, null when unknown), for a keyed comparison. Never for display. */
  abstract births(visitId: string): Promise<{ index: number; name: string; birth: string | null }[]>;
}

/** Guests whom a host has just invited by a list, for sending them their links. Never for display. */
export interface ListedGuests {
  hostId: string;
  campusId: string;
  guests: { mobile: string; link: string; period: { from: Date; until: Date } }[];
}

/** Invited guests as seen from outside. */
export abstract class GuestBook {
  /** Null once erased. */
  abstract ofBatch(batchId: string): Promise<ListedGuests | null>;
}

export { StaffVisitsQuery } from './application/staff-visits.query.js';
