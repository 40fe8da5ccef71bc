import { type SyncAction, type SyncRun } from '@gatehouse/contract';

/** What a run did or would do, without what it did not. */
export function countsOf({
  counts: { unit, staff },
}: Pick<SyncRun, 'counts'>): { action: SyncAction; count: number }[] {
  const all: [SyncAction, number][] = [
    ['rejected', unit.rejected + staff.rejected],
    ['noted', unit.noted + staff.noted],
    ['leaving', staff.leaving],
    ['closing', unit.closing],
    ['added', unit.added + staff.added],
    ['changed', unit.changed + staff.changed],
    ['moved', staff.moved],
    ['returning', staff.returning],
    ['reopening', unit.reopening],
  ];
  return all.filter(([, count]) => count > 0).map(([action, count]) => ({ action, count }));
}
