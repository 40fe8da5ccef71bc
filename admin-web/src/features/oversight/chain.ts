import { type AuditRow } from '@gatehouse/contract';

/** How far the rows in view are linked into the chain, and how many still wait for the sealer. */
export function chainOf(rows: Pick<AuditRow, 'seq'>[]): { newest: number | null; waiting: number } {
  const sealed = rows.flatMap(({ seq }) => seq ?? []);
  return { newest: sealed.length ? Math.max(...sealed) : null, waiting: rows.length - sealed.length };
}
