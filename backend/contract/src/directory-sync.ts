import type { Named, Page } from './common.js';

/** GET /api/directory/units?q=&campus=&state= → DirectoryUnit[] (permission directory.read). */
export interface DirectoryUnit {
  id: string;
  code: string;
  name: string;
  campusName: string;
  parentName: string | null;
  active: boolean;
  /** active members */
  members: number;
  leaders: Named[];
}

/** GET /api/directory/staff?q=&unit=&state=&after= → Page<DirectoryMember> (permission directory.read). */
export interface DirectoryMember {
  id: string;
  number: string;
  name: string;
  unit: Named;
  title: string;
  mobileMasked: string | null;
  isLeader: boolean;
  active: boolean;
  leftAt: string | null;
}

export interface DirectoryStaffFilter {
  q?: string;
  unit?: string;
  state?: 'active' | 'left' | 'leader';
  after?: string;
}

export type DirectoryMemberPage = Page<DirectoryMember>;

/** POST /api/directory/staff/:id/leader {leader} → 204 (permission directory.write). */
export interface LeaderInput {
  leader: boolean;
}

export type SyncOutcome = 'previewed' | 'applied' | 'refused' | 'failed';
export type SyncOrigin = 'file' | 'ldap';

/** GET /api/directory/syncs → SyncRun[], the newest 50. */
export interface SyncRun {
  id: string;
  origin: SyncOrigin;
  /** name of the file or of the server */
  label: string;
  complete: boolean;
  outcome: SyncOutcome;
  counts: SyncCounts;
  /** why a directory server could not be read */
  failure: string | null;
  startedByName: string;
  at: string;
}

/** How many, by part and action. `allowed` is how many may leave without a confirmation. */
export interface SyncCounts {
  unit: PartCounts & { closing: number; reopening: number };
  staff: PartCounts & { moved: number; leaving: number; returning: number };
}

export interface PartCounts {
  added: number;
  changed: number;
  unchanged: number;
  rejected: number;
  noted: number;
  allowed: number;
}

export type SyncAction =
  'rejected' | 'noted' | 'added' | 'changed' | 'moved' | 'leaving' | 'returning' | 'closing' | 'reopening';

export interface SyncLineView {
  part: 'unit' | 'staff';
  action: SyncAction;
  /** line in the file; null for somebody a complete source lacks */
  row: number | null;
  /** staff number or code of the unit */
  key: string;
  name: string;
  /** code of the unit, for staff */
  unit: string;
  fields: string[];
  /** what is wrong, for rejected and noted lines */
  code: string | null;
}

/**
 * POST /api/directory/imports?name=&complete=&dryRun=&confirmedLeavers= → SyncReport. The body is the file (text/csv or
 * .xlsx, at most 10 MB and 50,000 rows). 409 `directory.too-many-leave` when more would leave than may without a word.
 * POST /api/directory/syncs {dryRun, confirmedLeavers?} does the same with the directory server.
 */
export interface SyncReport extends SyncRun {
  /** the first 2,000 lines; all of them are in GET /api/directory/syncs/:id/report */
  lines: SyncLineView[];
  lineCount: number;
  /** more would leave than may without a confirmation: send `confirmedLeavers` with this number */
  toConfirm: number | null;
}

/** Body of POST /api/directory/syncs. */
export interface SyncNowInput {
  dryRun: boolean;
  confirmedLeavers?: number;
}

/** GET /api/directory/source → DirectorySourceInfo: the directory server, if there is one. */
export interface DirectorySourceInfo {
  configured: boolean;
  /** address without user and password */
  address: string | null;
  everyMinutes: number | null;
  readUpTo: string | null;
  sweptAt: string | null;
}
