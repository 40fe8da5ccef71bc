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
  };
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
  purposes: Purpose[];
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
