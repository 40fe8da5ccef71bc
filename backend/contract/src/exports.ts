import type { Permission } from './identity.js';

/** What can be exported: lists as they are filtered, and ready-made reports. */
export const EXPORT_LISTS = [
  'visits',
  'people',
  'plates',
  'passages',
  'incidents',
  'blacklist',
  'hits',
  'hosts-ledger',
  'audit',
  'report',
] as const;
export type ExportList = (typeof EXPORT_LISTS)[number];

/** Whoever exports must be allowed to read the list; passages have the right of their own. */
export const EXPORT_NEEDS: Record<ExportList, Permission> = {
  visits: 'visit.read',
  people: 'visit.read',
  plates: 'visit.read',
  passages: 'passage.export',
  incidents: 'incident.read',
  blacklist: 'blacklist.read',
  hits: 'blacklist.read',
  'hosts-ledger': 'standing.read',
  audit: 'audit.read',
  report: 'dashboard.read',
};

/** Lists whose names and plates can be had in full, with `person.reveal`; document numbers and phones never are. */
export const FULL_EXPORTS: readonly ExportList[] = ['visits', 'people', 'plates', 'passages'];

export type ExportState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'expired';

/** POST /api/exports → ExportRow (permission passage.export and that of the list; audited). */
export interface RequestExportInput {
  list: ExportList;
  /** the filters as they stand in the address of the list */
  filter: Record<string, string>;
  /** what the export is for; goes on its cover and into the audit */
  reason: string;
  isFull?: boolean;
}

/**
 * GET /api/exports → ExportRow[], own ones, newest first; GET /api/exports/:id → one.
 * POST /api/exports/:id/cancellation → 204; POST /api/exports/:id/again → ExportRow, a new one like it.
 * GET /api/exports/:id/file → .xlsx; each download is noted.
 */
export interface ExportRow {
  id: string;
  list: ExportList;
  title: string;
  /** in words */
  filter: string;
  reason: string;
  isFull: boolean;
  state: ExportState;
  /** written so far */
  rows: number;
  /** how many there will be; null while nobody counted */
  total: number | null;
  bytes: number | null;
  requestedAt: string;
  finishedAt: string | null;
  expiresAt: string | null;
  downloads: { at: string; by: string }[];
}
