import type { Text } from './common.js';

export type Preset = 'huzhou' | 'zhengzhou';

/** How the visitor names the person visited. `pick` = from lists; `match` = name and phone typed and matched. */
export type HostInput = 'pick' | 'match';

/** `span` = any start and end; `daily` = one or more dates with fixed daily hours. */
export type PeriodMode = 'span' | 'daily';

/** When a second approval by a leader is needed. */
export type LeaderStep = 'never' | 'host-may-add' | 'always';

/** The rules of a campus as data. Versioned; both manuals are presets of this one shape. */
export interface PolicySettings {
  preset: Preset;
  host: { input: HostInput };
  period: {
    mode: PeriodMode;
    /** longest visit in days, counted by campus days touched */
    maxDays: number;
    /** how many days ahead a visit may begin */
    maxAheadDays: number;
    /** least minutes between booking and beginning */
    leadMinutes: number;
    /** campus time `HH:mm`; in mode `daily` these are the hours of every visit */
    dailyFrom: string;
    dailyUntil: string;
    /** minutes before the beginning at which the gate already admits */
    graceMinutes: number;
    /** campus dates `YYYY-MM-DD` on which no visit may be booked */
    closedDays: string[];
  };
  party: { maxCompanions: number };
  approval: {
    leader: LeaderStep;
    /** party size from which a leader is needed, 0 = no such rule */ leaderFromPartySize: number;
  } & Partial<ApprovalTerms>;
  /** how many minutes before its beginning a visit can still be changed by its visitor; 0 = until it begins */
  changeUntilMinutes: number;
  pass: {
    /** entries per pass, null = unlimited */
    entries: number | null;
    /** seconds an unconfirmed verdict reserves the pass */
    reserveSeconds: number;
    /** hide the code until this many minutes before the beginning; null = show after approval */
    visibleBeforeMinutes: number | null;
  };
  /** face photos: asked for only when on, and erased so many hours after the end of the visit */
  face: { enabled: boolean; keepHours: number };
  /** documents of a visit are erased so many days after its end */
  documents: { keepDays: number };
  /** whether a host may agree beforehand, in an invitation; a leader's step is never skipped by it */
  invitation: { preApproved: boolean };
  purposes: Purpose[];
  standing?: StandingTerms;
  /** whom nobody cleared up so many hours after the end is closed by the system; absent = 48 */
  presence?: { closeAfterHours: number };
  calendar?: CalendarTerms;
  /** how many people may be expected; every quota that applies must have room */
  quotas?: Quota[];
  /** absent = nobody comes long-term */
  longTerm?: LongTermTerms;
}

/** Long-term visits: one approval, one pass, many days. */
export interface LongTermTerms {
  /** keys of the purposes that may be long-term; none = nobody comes long-term */
  purposes: string[];
  /** longest term in campus days; a renewal counts from the day it is asked for */
  maxDays: number;
  /** the days of the week to choose from, 1 = Monday … 7 = Sunday */
  weekdays: number[];
  /** campus time `HH:mm`: the daily hours lie within these */
  dailyFrom: string;
  dailyUntil: string;
  /** of a long-term visit and of every renewal; the strictest rule that applies decides */
  leader: LeaderStep;
}

/** How the calendar bears on bookings. Days that the calendar itself calls closed are closed whatever stands here. */
export interface CalendarTerms {
  /** no visit touches a public holiday */
  closedOnHolidays: boolean;
  /** no visit touches a Saturday or Sunday that is no make-up working day */
  closedOnWeekends: boolean;
  /** campus time `HH:mm`: on days off a visit begins and ends within these hours */
  restFrom: string;
  restUntil: string;
}

/** At most so many people, where all that is named applies. */
export interface Quota {
  /** of this campus only; null = each campus by itself */
  campusId: string | null;
  /** of this purpose only; null = any */
  purpose: string | null;
  /** counted by campus day, by hour of a campus day, or by host and campus day */
  per: 'day' | 'hour' | 'host-day';
  most: number;
}

/** What may be said of approvals beside the leader's step. Absent in older versions: see `approvalTerms` for the defaults. */
export interface ApprovalTerms {
  /** the strictest rule that applies decides; a rule never weakens another */
  rules: RouteRule[];
  /** how long a step may wait before somebody else is asked */
  answerWithinMinutes: number;
  /** and never later than so long before the visit begins */
  beforeStartMinutes: number;
  /** how long each of those asked next has */
  escalateAfterMinutes: number;
  /** what the office wants approvers to read, by purpose */
  riskNotes: RiskNote[];
}

/** All conditions given must hold. A rule without conditions always applies. */
export interface RouteRule {
  when: RouteConditions;
  leader: LeaderStep;
  /** shown to those who decide, never to visitors */
  why: Text;
}

export interface RouteConditions {
  purposes?: string[];
  minDays?: number;
  minPartySize?: number;
  vehicle?: boolean;
  /** campus time `HH:mm`: any part of the visit outside these hours */
  outsideHours?: { from: string; until: string };
  /** any part of the visit on a Saturday or Sunday */
  weekend?: boolean;
  /** screening of the party gives at least this level */
  watchLevel?: 'watch' | 'ask';
}

export interface RiskNote {
  /** empty = every purpose */
  purposes: string[];
  text: Text;
}

/** What a host may be held to. Off by default. */
export interface StandingTerms {
  enabled: boolean;
  /** visitors a host may receive per month, null = no limit */
  monthlyQuota: number | null;
  /** gates turn away visitors of a host while he is suspended; absent = they do not */
  atGate?: boolean;
}

export interface Purpose {
  key: string;
  text: Text;
  /** documents this purpose asks for, each with guidance */
  documents: RequiredDocument[];
}

export interface RequiredDocument {
  key: string;
  text: Text;
  guidance: Text;
}
