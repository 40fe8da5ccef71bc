import { type ExportList, type ExportState, type Locale } from '@gatehouse/contract';

const DAY_MS = 86_400_000;

/** So many of one person may wait or run at a time. */
export const MOST_AT_ONCE = 3;
/** A process that says nothing for so long is taken for dead. */
export const LEASE_MS = 60_000;
/** After so many deaths the export itself is the reason. */
export const MOST_ATTEMPTS = 3;
/** What is left of an export is forgotten so long after its end; the audit keeps what happened. */
export const FORGOTTEN_AFTER_DAYS = 30;

/** An export somebody asked for: what, why, and how far it has come. */
export interface ExportJob {
  id: string;
  staff: { id: string; name: string; number: string };
  list: ExportList;
  filter: Record<string, string>;
  reason: string;
  isFull: boolean;
  locale: Locale;
  scope: { campusIds: string[] | null; unitIds: string[] | null };
  state: ExportState;
  requestedAt: Date;
  finishedAt: Date | null;
  expiresAt: Date | null;
  attempts: number;
  rows: number;
  total: number | null;
  bytes: number | null;
}

/** One that nobody has begun. */
export function queuedExport(
  asked: Pick<ExportJob, 'id' | 'staff' | 'list' | 'filter' | 'reason' | 'isFull' | 'locale' | 'scope'>,
  requestedAt: Date,
): ExportJob {
  return {
    ...asked,
    state: 'queued',
    requestedAt,
    finishedAt: null,
    expiresAt: null,
    attempts: 0,
    rows: 0,
    total: null,
    bytes: null,
  };
}

/** Waiting or being written. */
export const isUnderWay = ({ state }: Pick<ExportJob, 'state'>): boolean => state === 'queued' || state === 'running';

/** Whether its file can be fetched at this moment. */
export const hasFile = ({ state, expiresAt }: Pick<ExportJob, 'state' | 'expiresAt'>, now: Date): boolean =>
  state === 'done' && expiresAt !== null && now < expiresAt;

/** What the person reads: a file whose time is over is gone, even before somebody has swept it away. */
export const shownState = (job: Pick<ExportJob, 'state' | 'expiresAt'>, now: Date): ExportState =>
  job.state === 'done' && !hasFile(job, now) ? 'expired' : job.state;

/** Whether everything that was exported may still be seen by somebody with these bounds; null = without bound. */
export const isStillWithin = ({ scope }: Pick<ExportJob, 'scope'>, now: ExportJob['scope']): boolean =>
  holds(now.campusIds, scope.campusIds) && holds(now.unitIds, scope.unitIds);

const holds = (bound: string[] | null, ids: string[] | null): boolean =>
  bound === null || (ids !== null && ids.every((id) => bound.includes(id)));

/** When the file of an export that is done now goes. */
export const expiryOf = (finishedAt: Date, keptDays: number): Date =>
  new Date(finishedAt.getTime() + keptDays * DAY_MS);
